# One small image: the environment is compiled while it is built, the program runs as nobody in particular.
FROM python:3.11-slim AS build
WORKDIR /app
COPY requirements.txt .
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --compile -r requirements.txt

FROM python:3.11-slim
WORKDIR /app
COPY --from=build /venv /venv
COPY . .
RUN /venv/bin/python -m compileall -q catalogue store indicators loaders report pages demo \
    && useradd --create-home chiso && mkdir -p data/local && chown chiso data/local
USER chiso
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1
VOLUME /app/data/local
HEALTHCHECK --start-period=180s CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/api/ready', timeout=5)"]
CMD ["sh", "-c", "python -m demo ensure && exec python server.py --port 8501"]
