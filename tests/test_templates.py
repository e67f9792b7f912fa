"""The templates: every name that one uses is promised to it, and every promise is used."""

from __future__ import annotations

import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import KANTOR_CONTOH, copy_workspace, make_real
from examples import PAGES
from jinja2 import Environment, meta, nodes

from generator import routes
from generator.build import build_site
from generator.pages.context import Context, Words
from generator.pages.page import Page
from generator.render import CONTEXT, Renderer, build_environment

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted(path.name for path in (ROOT / "theme/pages").glob("*.j2"))
PARTIALS = [name for name in TEMPLATES if name.startswith("_")]
MEMBERS = {name for name in {*dir(Context), *Context.__dataclass_fields__} if not name.startswith("_")}


@pytest.fixture(scope="module")
def env() -> Environment:
    return build_environment(ROOT / "theme/pages", ())


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, list[Page]]:
    """Every page of a site of two offices by its template; only real offices are compared, so they pass for real."""
    workspace = copy_workspace(tmp_path_factory.mktemp("ruang"))
    first = workspace.root / KANTOR_CONTOH
    second = first.with_name("kpu-kabupaten-lain")
    shutil.copytree(first, second, ignore=shutil.ignore_patterns("2023"))
    for office in (first, second):
        make_real(office)
        satker = (office / "satker.yml").read_text(encoding="utf-8")
        (office / "satker.yml").write_text(satker.replace(first.name, office.name), encoding="utf-8")
    found = defaultdict(list)
    render = Renderer.render

    def note(renderer: Renderer, page: Page):
        found[f"{page.template}.md.j2"].append(page)
        return render(renderer, page)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Renderer, "render", note)
        build_site(workspace)
    return found


def tree(env: Environment, name: str) -> nodes.Template:
    return env.parse((ROOT / "theme/pages" / name).read_text(encoding="utf-8"))


def imports(template: nodes.Template) -> list[nodes.FromImport]:
    assert not list(template.find_all((nodes.Import, nodes.Include, nodes.Extends))), "macros are imported by name"
    return list(template.find_all(nodes.FromImport))


def free_names(template: nodes.Template) -> set[str]:
    """Return the names that a template takes from outside; Jinja also names those set in only one branch."""
    local = {node.name for node in template.find_all(nodes.Name) if node.ctx == "store"}
    return meta.find_undeclared_variables(template) - local


def asked(template: nodes.Template, *path: str) -> Iterator[str]:
    """Yield each attribute that a template asks of a name, or of an attribute of a name."""
    for node in template.find_all(nodes.Getattr):
        names, inner = [node.attr], node.node
        while isinstance(inner, nodes.Getattr):
            names, inner = [inner.attr, *names], inner.node
        if isinstance(inner, nodes.Name) and (inner.name, *names[:-1]) == path:
            yield names[-1]


@pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in PARTIALS])
def test_a_template_uses_the_context_and_its_own_page_data_only(name, env, pages):
    assert pages[name], "a template that no page of these offices has"
    own = set.intersection(*(set(page.data) for page in pages[name]))
    assert free_names(tree(env, name)) - own <= {CONTEXT}


@pytest.mark.parametrize("name", PARTIALS)
def test_a_partial_uses_the_context_only(name, env):
    assert free_names(tree(env, name)) <= {CONTEXT}


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_context_has_what_a_template_asks_of_it(name, env):
    template = tree(env, name)
    assert set(asked(template, CONTEXT)) <= MEMBERS
    assert {one for one in asked(template, CONTEXT, "words") if not hasattr(Words, one)} == set()
    assert {one for one in asked(template, CONTEXT, "routes") if not hasattr(routes, one)} == set()


def test_the_tests_above_can_fail(env):
    template = env.parse(
        "{% set a = 1 %}{{ a }}{{ b }}{{ c.url(x.y) }}{{ c.words.tahun }}{% for d in e %}{{ d }}{% endfor %}"
    )
    assert free_names(template) == {"b", "c", "e", "x"}
    assert set(asked(template, "c")) == {"url", "words"}
    assert set(asked(template, "c", "words")) == {"tahun"}


def test_nothing_is_promised_that_no_template_asks(env):
    templates = [tree(env, name) for name in TEMPLATES]
    used = {one for template in templates for one in asked(template, CONTEXT)}
    assert MEMBERS - used == {"site", "year"}, "these two are for the context itself"
    words = {one for template in templates for one in asked(template, CONTEXT, "words")}
    assert {one for one in vars(Words) if not one.startswith("_")} == words


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_macro_that_is_imported_exists_and_is_called(name, env):
    template = tree(env, name)
    called = {node.node.name for node in template.find_all(nodes.Call) if isinstance(node.node, nodes.Name)}
    for one in imports(template):
        macros = {macro.name for macro in tree(env, one.template.value).find_all(nodes.Macro)}
        assert set(one.names) <= macros
        assert set(one.names) <= called
        assert one.with_context == needs_context(env, one.template.value), "the context goes where it is asked, only"


def needs_context(env: Environment, name: str) -> bool:
    template = tree(env, name)
    return CONTEXT in free_names(template) or any(needs_context(env, one.template.value) for one in imports(template))


@pytest.mark.parametrize("name", PARTIALS)
def test_each_macro_of_a_partial_is_called(name, env):
    macros = {macro.name for macro in tree(env, name).find_all(nodes.Macro)}
    called = {
        one for other in TEMPLATES for one in re.findall(r"\b(\w+)\(", (ROOT / "theme/pages" / other).read_text())
    }
    assert macros <= called


def test_an_unknown_name_is_an_error(env):
    with pytest.raises(Exception, match="tidak_ada"):
        env.from_string("{{ tidak_ada }}").render()


def test_every_kind_of_page_has_a_golden_one(pages):
    """Offices side by side need real ones, and the dictionary repeats the models: both are tested elsewhere."""
    shown = {
        name for name, own in pages.items() if {routes.page_uri(page.alamat) for page in own} & set(PAGES.values())
    }
    assert set(pages) - shown == {"banding.md.j2", "banding_kegiatan.md.j2", "kamus.md.j2"}
