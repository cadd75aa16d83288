"""How gunicorn serves hipcare; `manage.py serve` starts it with this."""

import os

from hipcare import env

bind = f"{env.text('HOST', '127.0.0.1')}:{env.number('PORT', 8000, least=1)}"
workers = env.number("HIPCARE_WORKERS", min(max(os.cpu_count() or 1, 2), 8), least=1)
threads = env.number("HIPCARE_THREADS", 4, least=1)
worker_class = "gthread"
preload_app = True  # loaded once and shared by all workers: a start in half the time, and less memory
timeout = 60
graceful_timeout = 30
keepalive = 5
proc_name = "hipcare"

# Health data and addresses of people stay out of the logs: no access log, and no messages about single
# requests, which would name addresses.
accesslog = None
loglevel = "error"

# Django reads the proxy's headers itself, and only where HIPCARE_BEHIND_PROXY says that there is one.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}
control_socket_disable = True
