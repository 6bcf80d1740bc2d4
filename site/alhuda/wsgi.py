"""The WSGI application that the server runs."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alhuda.settings.production")

application = get_wsgi_application()
if settings.PAGE_CACHE:
    from alhuda.page_cache.serve import PageCache  # once the settings are known

    application = PageCache(application)
