# The server and the worker in one image: compose.yaml starts it twice. Written to be read; not run by our own checks.
FROM python:3.12-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/venv
ENV PATH=/opt/venv/bin:$PATH
WORKDIR /srv/alhuda
COPY requirements.txt ./
RUN pip install --require-hashes -r requirements.txt
# Named one by one, so that neither keys nor data of the folder it is built in can get into the image.
COPY pyproject.toml README.md LICENSE manage.py ./
COPY site site
COPY home home
COPY services services
COPY forms_flow forms_flow
COPY locale locale
COPY static static
RUN pip install --no-deps --no-build-isolation -e .
# Collecting needs settings but no secret: the development settings make keys of their own, which are thrown away.
RUN DJANGO_SETTINGS_MODULE=alhuda.settings.dev python manage.py collectstatic --noinput --verbosity 0 \
    && rm -f var/secrets.env

FROM python:3.12-slim
# WeasyPrint draws the letters of the PDFs with these; deploy/setup.sh installs the same.
RUN apt-get update && apt-get install --yes --no-install-recommends \
        libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 libfribidi0 \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --user-group --home-dir /srv/alhuda --shell /usr/sbin/nologin alhuda \
    && install -d -o alhuda -g alhuda -m 700 /data
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 DJANGO_SETTINGS_MODULE=alhuda.settings.production
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/alhuda /srv/alhuda
WORKDIR /srv/alhuda
USER alhuda
VOLUME /data
EXPOSE 8000
CMD ["granian", "--interface", "wsgi", "--host", "0.0.0.0", "--port", "8000", "--workers", "2", \
     "--blocking-threads", "4", "--no-ws", "--respawn-failed-workers", "alhuda.wsgi:application"]
