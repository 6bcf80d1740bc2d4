"""The staff's second factor: a code of an app on the telephone, and codes on paper for the day it is lost.

django-allauth keeps and checks the factors. The screens are ours, since Wagtail's login stays the only door.
"""
