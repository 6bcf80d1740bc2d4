"""Production: nothing is guessed. A missing secret, folder or unsafe switch refuses to start."""

import os

from django.core.exceptions import ImproperlyConfigured

from alhuda import env
from alhuda.settings.base import *
from alhuda.settings.base import VAR, configure

_environment = env.read(os.environ, var=VAR, defaults={"EMAIL_URL": "smtp://127.0.0.1:25"})
if not _environment.site_origin.startswith("https://"):
    raise ImproperlyConfigured("SITE_ORIGIN must begin with https:// in production.")
if not _environment.throttle:
    raise ImproperlyConfigured("THROTTLE=off is for tests only.")
if _environment.demo:
    raise ImproperlyConfigured("DEMO=1 opens the demo accounts; leave it out in production.")
globals().update(configure(_environment))

DEBUG = False
PAGE_CACHE = True
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]  # the load balancer asks over plain HTTP on loopback
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _environment.trusted_proxies else None
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
