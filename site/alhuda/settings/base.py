"""What is true everywhere. The other modules pass in an :class:`alhuda.env.Environment` through :func:`configure`."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _

from alhuda import env

ROOT = Path(__file__).resolve().parents[3]
VAR = ROOT / "var"

INSTALLED_APPS = [
    "alhuda",
    "forms_flow",
    "services",
    "home",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "formtools",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "alhuda.headers.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "alhuda.middleware.UrlLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alhuda.second_factor.gate.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "alhuda.urls"
WSGI_APPLICATION = "alhuda.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.site_shell",
            ],
        },
    },
]

# Languages: Arabic at the root of the site, English below /en/. One list serves Django and Wagtail.
LANGUAGE_CODE = "ar"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = [("ar", "العربية"), ("en", "English")]
WAGTAIL_I18N_ENABLED = True
WAGTAIL_USER_TIME_ZONES = ["Asia/Riyadh"]
WAGTAIL_ALLOW_UNICODE_SLUGS = False  # wagtail-localize throws Arabic slugs away
LOCALE_PATHS = [ROOT / "locale"]
FORMAT_MODULE_PATH = ["alhuda.formats"]
TIME_ZONE = "Asia/Riyadh"
USE_TZ = True

# Accounts
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "wagtailadmin_login"
WAGTAILADMIN_USER_LOGIN_FORM = "alhuda.login.ThrottledLoginForm"
MFA_ADAPTER = "alhuda.second_factor.adapter.SealedMFAAdapter"
MFA_TOTP_TOLERANCE = 1  # one period early or late: old telephones keep their own time
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "alhuda.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"  # Wagtail allows its own previews by itself, view by view
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
FILE_UPLOAD_PERMISSIONS = 0o644  # pictures of pages, which the web server reads; the private store sets its own 0600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor posts thousands of fields

# Whether whole public pages are kept (alhuda.page_cache); the other modules switch it on.
PAGE_CACHE = False

# Wagtail
WAGTAIL_SITE_NAME = "الهدى"
WAGTAIL_ENABLE_UPDATE_CHECK = False  # the admin calls no other host
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf"]
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}}
WAGTAIL_PASSWORD_RESET_ENABLED = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Paths of journeys carry only random identifiers; query strings and bodies are never logged.
    "filters": {"secrets": {"()": "alhuda.logs.WithoutResumeSecrets"}},
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["secrets"]}},
    "root": {"handlers": ["console"], "level": "INFO"},
}


def configure(environment: env.Environment) -> dict[str, Any]:
    """Return the settings that follow from the environment."""
    secure = environment.site_origin.startswith("https://")
    backends = {
        "database": "django_tasks_db.DatabaseBackend",
        "rq": "django_tasks_rq.RQBackend",
        "immediate": "django_tasks.backends.immediate.ImmediateBackend",
    }
    return {
        "SECRET_KEY": environment.secret_key,
        "FIELD_KEYS": dict(environment.field_keys),
        "INDEX_KEYS": dict(environment.index_keys),
        "SITE_ORIGIN": environment.site_origin,
        "WAGTAILADMIN_BASE_URL": environment.site_origin,
        "ALLOWED_HOSTS": environment.allowed_hosts,
        "CSRF_TRUSTED_ORIGINS": [environment.site_origin],
        "DATABASES": {"default": env.database(environment.database_url)},
        "CACHES": {"default": env.cache(environment.cache_url)},
        **env.email(environment.email_url),
        "TASKS": {"default": {"BACKEND": backends[environment.tasks_backend]}},
        "DEFAULT_FROM_EMAIL": f"no-reply@{urlsplit(environment.site_origin).hostname}",
        "SMS_BACKEND": environment.sms_backend,
        "CLAMD_URL": environment.clamd_url,
        "PRIVATE_ROOT": environment.private_root,
        "MEDIA_ROOT": environment.media_root,
        "PAGE_CACHE_ROOT": environment.page_cache_root,
        "TRUSTED_PROXIES": environment.trusted_proxies,
        "DEMO": environment.demo,
        "THROTTLE": environment.throttle,
        "SESSION_COOKIE_SECURE": secure,
        "CSRF_COOKIE_SECURE": secure,
    }
