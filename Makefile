# make demo 演示，make test 测试；其余见 make help 和 CONTRIBUTING.md。
# 用别的 Python：make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check install --quiet

# A virtual environment that does not run, or was made in another place, is set up anew.
STALE := $(shell $(RUN) -c '' 2>/dev/null && grep -qxF '$(CURDIR)' $(VENV)/installed 2>/dev/null \
	|| rm -f $(VENV)/installed $(VENV)/installed-dev)

.DEFAULT_GOAL := help
.PHONY: help demo test explore lint bench pictures docs clean

help:
	@echo 'make demo      安装，在自带样例上演示一个月，结果在 build/demo'
	@echo 'make test      安装，运行全部测试'
	@echo 'make explore   用新的随机数据再跑性质测试（hypothesis）'
	@echo 'make lint      ruff、mypy、import-linter'
	@echo 'make bench     测速，见 benchmarks/README.md'
	@echo 'make docs      由代码重写 README.md 的命令表、规则表和 docs/rules.md'
	@echo 'make pictures  由演示重画 docs/pictures（需要 LibreOffice 和 Chromium）'
	@echo 'make clean     删除 build 和各种缓存，不删 .venv'

demo: $(VENV)/installed
	@rm -rf build/demo
	@$(RUN) -m toolkit demo build/demo
	@echo
	@echo '演示完成。先看这三处：'
	@echo '  build/demo/2021-09/1下发    发给各单位的表格'
	@echo '  build/demo/2021-09/3退回    标注了问题、请单位修改的表格'
	@echo '  build/demo/2021-09/4汇总    汇总表、核查结果、通报'

test: $(VENV)/installed-dev
	$(RUN) -m pytest

explore: $(VENV)/installed-dev
	$(RUN) -m pytest --hypothesis-profile explored -m hypothesis

lint: $(VENV)/installed-dev
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy toolkit tests benchmarks scripts
	$(RUN) -c 'from importlinter.cli import lint_imports_command as lint; lint()'

bench: $(VENV)/installed-dev
	$(RUN) -m benchmarks

docs: $(VENV)/installed-dev
	$(RUN) -m scripts.make_docs

pictures: $(VENV)/installed-dev
	$(RUN) -m scripts.make_pictures

clean:
	rm -rf build dist *.egg-info .coverage .hypothesis
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache
	find . -name .venv -prune -o -name __pycache__ -type d -exec rm -rf {} +

$(VENV)/installed: setup.cfg pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo '需要 Python 3.11 或更新的版本；装好后可以写 make demo PYTHON=python3.11'; exit 1; }
	@$(RUN) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		$(PYTHON) -m venv --clear $(VENV) || \
		{ echo '建不了 .venv：Debian、Ubuntu 请先安装 python3-venv'; exit 1; }
	@echo '正在安装到 .venv，第一次需要联网……'
	@$(PIP) --editable .
	@echo '$(CURDIR)' > $@

$(VENV)/installed-dev: $(VENV)/installed
	@echo '正在安装测试用的工具……'
	@$(PIP) --editable '.[dev]'
	@touch $@
