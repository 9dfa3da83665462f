# The commands of this project. Each first installs what it needs into .venv; CI calls the same ones.

PORT ?= 8000
PYTHON ?= python3

BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
DEMO := DJANGO_SETTINGS_MODULE=config.settings.demo
SOURCE_ROOTS := PYTHONPATH=.:site
# Made-up values: enough for Django to judge the production settings, no use for anything else.
PRODUCTION := DJANGO_SETTINGS_MODULE=config.settings.production \
	SECRET_KEY=a-made-up-secret-that-only-the-check-of-settings-ever-sees-0123456789 \
	DATABASE_URL=sqlite://:memory: ALLOWED_HOSTS=portal.example BASE_URL=https://portal.example EMAIL_URL=smtp://mail.example:25 \
	TRUSTED_PROXIES=127.0.0.1 CLAMD_ADDR=unix:/run/clamav/clamd.ctl ACCEPTED_RISKS=sqlite

.DEFAULT_GOAL := help
.PHONY: help run dev new-demo test test-fast bench-accounts bench-desk bench-search bench-import bench-pages lint audit format lock messages css licences house screenshots stock-barriers lighthouse clean demo runtime development python

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /make \1 — /'

run: runtime ## chạy bản trình diễn / serve the demo at http://127.0.0.1:8000 (PORT=…)
	@$(BIN)/python .ci/check_port.py $(PORT)
	@$(MAKE) --no-print-directory demo
	@$(DEMO) $(MANAGE) collectstatic --no-input --verbosity 0
	@echo "» http://127.0.0.1:$(PORT)/  (quản trị / admin: /quan-tri/; tài khoản trình diễn / demo accounts: README.md)"
	@echo "  thư của bản trình diễn / its mails: /hop-thu-thu/   Ctrl-C: dừng / stop"
	@exec env $(DEMO) BASE_URL=$${BASE_URL:-http://127.0.0.1:$(PORT)} BIND=127.0.0.1:$(PORT) $(BIN)/python .ci/start.py Procfile

dev: runtime ## như run, tự nạp lại khi sửa mã / the same with DEBUG and automatic reload
	@$(BIN)/python .ci/check_port.py $(PORT)
	@$(MAKE) --no-print-directory demo
	@exec env DJANGO_SETTINGS_MODULE=config.settings.dev BASE_URL=$${BASE_URL:-http://127.0.0.1:$(PORT)} BIND=127.0.0.1:$(PORT) $(BIN)/python .ci/start.py Procfile.dev

new-demo: runtime ## cất dữ liệu trình diễn đang có để make run tạo dữ liệu mới / put the demo's data aside; make run makes new ones
	@$(DEMO) $(MANAGE) renew_demo --now

test: development ## kiểm thử trên SQLite, PostgreSQL và Chromium / tests on SQLite, PostgreSQL and Chromium
	@$(BIN)/python .ci/tests.py all

test-fast: development ## kiểm thử nhanh khi đang viết mã: SQLite, mỗi phép một trường hợp / a quick test while writing code
	@$(BIN)/python .ci/tests.py fast

bench-accounts: development ## dò xem trang tài khoản có để lộ địa chỉ qua thời gian không / do account pages tell known addresses by their time
	$(BIN)/python tests/bench/account_times.py

bench-desk: development ## bàn làm việc với 50.000 hồ sơ trên PostgreSQL, so với 500 / the desk with 50,000 dossiers, beside 500
	$(BIN)/python tests/bench/desk.py

bench-search: development ## xếp hạng tìm kiếm với 4.300, 20.000 và 100.000 dịch vụ / the ranking of the search with as many services
	$(BIN)/python tests/bench/search.py

bench-import: development ## nhập mọi bản ghi của Cổng quốc gia (NATIONAL_RECORDS) trên SQLite và PostgreSQL / import every national record on both databases
	$(BIN)/python tests/bench/import_records.py

bench-pages: development ## giá của trang danh sách, trang chủ và khu biên tập trên cơ sở dữ liệu đang có (DATABASE_URL) / what lists, home pages and the editors' area cost on a database
	$(BIN)/python tests/bench/pages.py

lint: development ## mọi phép kiểm tra tĩnh / every static check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell
	$(BIN)/shellcheck .ci/run
	$(SOURCE_ROOTS) $(BIN)/lint-imports --no-logo
	$(SOURCE_ROOTS) $(BIN)/mypy
	find templates -name '*.html' -exec $(BIN)/djade --check --target-version 5.2 {} +
	$(BIN)/djlint --lint --quiet templates
	DJANGO_SETTINGS_MODULE=config.settings.test $(MANAGE) makemigrations --check --dry-run
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	$(BIN)/python .ci/visibility.py
	$(BIN)/python .ci/dead_code.py
	$(BIN)/python .ci/house.py --check
	$(BIN)/python .ci/messages.py --check
	$(BIN)/python .ci/styles.py --check
	$(BIN)/python .ci/licences.py --check

audit: development ## tìm lỗ hổng đã biết trong các gói đã khoá (cần mạng) / look for known weaknesses of the locked packages (needs the network)
	$(BIN)/pip-audit --requirement requirements-dev.txt --require-hashes --disable-pip --strict

format: development ## sửa định dạng mã / format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	find templates -name '*.html' -exec $(BIN)/djade --target-version 5.2 {} +

messages: development ## rút và biên dịch câu chữ giao diện / extract and compile the interface texts
	$(BIN)/python .ci/messages.py

css: development ## biên dịch kiểu dáng / compile the stylesheet
	$(BIN)/python .ci/styles.py

licences: development ## lập lại THIRD_PARTY_LICENSES / write THIRD_PARTY_LICENSES anew
	$(BIN)/python .ci/licences.py

house: development ## vẽ lại sơ đồ mã nguồn / draw the house anew: docs/developers/house.md
	$(BIN)/python .ci/house.py

screenshots: development ## chụp lại ảnh trong README / take the README's pictures again
	$(BIN)/python -m pytest tests/e2e --screenshots

stock-barriers: development ## đo rào cản trên Wagtail nguyên bản, ghi tests/e2e/stock_barriers.json / measure barriers of a stock Wagtail
	@PYTHONPATH=.:site $(BIN)/python -m tests.stock.barriers

lighthouse: runtime ## đo bằng Lighthouse, ghi docs/lighthouse.md (cần Node) / measure with Lighthouse (needs Node)
	@PYTHONPATH=. $(BIN)/python .ci/lighthouse.py

lock: ## khoá lại phiên bản từ pyproject.toml (cần uv) / pin again from pyproject.toml (needs uv)
	@command -v uv >/dev/null || { echo "✗ Cần uv / uv is needed: pipx install uv"; exit 1; }
	UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --no-emit-find-links --output-file requirements.txt pyproject.toml
	UV_CUSTOM_COMPILE_COMMAND="make lock" uv pip compile --quiet --universal --python-version 3.11 --extra dev \
		--generate-hashes --no-emit-index-url --no-emit-find-links --constraint requirements.txt \
		--output-file requirements-dev.txt pyproject.toml

clean: ## xoá .venv và bộ nhớ đệm, giữ dữ liệu trong var/ / remove .venv and caches; the data in var/ stays
	rm -rf .venv var/static var/tests .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

demo: runtime
	@$(DEMO) $(MANAGE) renew_demo
	@$(DEMO) $(MANAGE) migrate --no-input --verbosity 0
	@$(DEMO) $(MANAGE) createcachetable
	@$(DEMO) $(MANAGE) demo

runtime: python
	@$(PYTHON) .ci/bootstrap.py requirements.txt

development: python
	@$(PYTHON) .ci/bootstrap.py requirements-dev.txt

python:
	@command -v $(PYTHON) >/dev/null || \
		{ echo "✗ Chưa có Python / Python is missing: apt-get install python3 python3-venv"; exit 1; }
