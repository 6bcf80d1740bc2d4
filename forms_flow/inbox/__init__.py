"""The staff's screens: a list of applications and the page of one case, inside the Wagtail admin.

Every view begins with `access.StaffView` and reaches rows only through ``Application.objects.visible_to``.
"""
