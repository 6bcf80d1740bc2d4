"""Addresses of the second step, below ``staff/second-factor/``: the only ones that a password alone opens."""

from django.urls import path

from alhuda.second_factor import views

urlpatterns = [
    path("", views.second_factor, name="second_factor"),
    path("codes/", views.codes, name="second_factor_codes"),
    path("reset/<int:user_id>/", views.reset, name="second_factor_reset"),
]
