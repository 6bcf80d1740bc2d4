"""Our site behind its page cache, for a real server; `tests.bench.run` sets the environment."""

from django.core.wsgi import get_wsgi_application

from alhuda.page_cache.serve import PageCache

application = PageCache(get_wsgi_application())
