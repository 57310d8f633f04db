"""Settings, one line each."""

from safetravel_cli.domain.blocks import Callout, Pairs, Verbatim

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.i18n import Say


def page(data: "dict[str, object]", say: "Say") -> "list[object]":
    """Return the page of any of the `config` commands: the keys of the data tell which."""
    if "toml" in data:
        return [Verbatim(str(data["toml"]).split("\n"))] if data["toml"] else []
    if "path" in data:
        return [Verbatim([str(data["path"])])]
    rows = data.get("settings", [data])
    assert isinstance(rows, list)
    blocks: list[object] = [Pairs([(row["name"], row["value"] or say("config.automatic")) for row in rows])]
    if data.get("damaged"):
        blocks.insert(0, Callout("caution", say("config.damaged", path=data["damaged"])))
    return blocks
