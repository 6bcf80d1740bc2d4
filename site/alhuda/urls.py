"""Every address of the site."""

from pathlib import Path

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from alhuda import health, styleguide, views
from home.serving import serve as serve_page
from home.sitemap import PageSitemap
from home.views import search

handler400 = "alhuda.views.bad_request"
handler403 = "alhuda.views.permission_denied"
handler404 = "alhuda.views.page_not_found"
handler500 = "alhuda.views.server_error"


urlpatterns = [
    path("healthz/live", health.live, name="healthz_live"),
    path("healthz/ready", health.ready, name="healthz_ready"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("sitemap.xml", sitemap, {"sitemaps": {"pages": PageSitemap}}, name="sitemap"),
    path("staff/second-factor/", include("alhuda.second_factor.urls")),
    path("staff/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
]

if settings.DEBUG or settings.DEMO:  # on a real site the web server serves the pictures of pages
    urlpatterns += [path("media/images/<path:path>", serve, {"document_root": Path(settings.MEDIA_ROOT) / "images"})]

if settings.DEBUG:
    urlpatterns += [path("styleguide/", styleguide.styleguide, name="styleguide")]

urlpatterns += i18n_patterns(
    path("apply/", include("forms_flow.wizard.urls")),
    path("track/", include("forms_flow.tracking.urls")),
    path("search/", search, name="search"),
    # Wagtail's second door for visitors of private pages; one login is enough to guard.
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)),
    re_path(serve_pattern, serve_page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
