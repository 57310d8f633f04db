"""Made by tools/make_door.py from the Typer signatures: do not edit.

COMMANDS: words -> (positional arguments [(name, "one" or "list", required)],
options {flag: (name, kind, default)}, sub-commands).
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    Positional = list[tuple[str, str, bool]]
    Options = dict[str, tuple[str, str, object]]

SHARED: "Options" = {
    '--json': ('json', 'flag', False),
    '--plain': ('plain', 'flag', False),
    '--lang': ('lang', 'choice:id|en', None),
    '--no-color': ('no_color', 'flag', False),
    '--max-age': ('max_age', 'int', 0),
    '--debug': ('debug', 'flag', False),
}
COMMANDS: "dict[str, tuple[Positional, Options, list[str]]]" = {
    'country': ([('name', 'list', True)], {'--section': ('section', 'text', None)}, []),
    'countries': ([], {'--region': ('region', 'text', None), '--visa-free': ('visa_free', 'flag', False), '--max-level': ('max_level', 'int', None), '--sort': ('sort', 'choice:name|code|level|population', 'name')}, []),
    'emergency': ([('name', 'list', False)], {}, []),
    'embassy': ([('place', 'list', False)], {'--near': ('near', 'flag', False), '--for': ('for_country', 'text', None), '--map': ('map', 'flag', False)}, []),
    'worship': ([('place', 'list', False)], {'--near': ('near', 'flag', False), '--religion': ('religion', 'text', None), '--limit': ('limit', 'int', None), '--radius': ('radius', 'int', None), '--map': ('map', 'flag', False)}, []),
    'sights': ([('place', 'list', False)], {'--near': ('near', 'flag', False), '--limit': ('limit', 'int', None), '--radius': ('radius', 'int', None), '--map': ('map', 'flag', False)}, []),
    'hospitals': ([('place', 'list', False)], {'--near': ('near', 'flag', False), '--emergency': ('emergency', 'flag', False), '--limit': ('limit', 'int', None), '--radius': ('radius', 'int', None), '--map': ('map', 'flag', False)}, []),
    'airports': ([('place', 'list', False)], {'--near': ('near', 'flag', False), '--limit': ('limit', 'int', None), '--radius': ('radius', 'int', None), '--map': ('map', 'flag', False)}, []),
    'eat': ([('place', 'list', False)], {'--near': ('near', 'flag', False), '--halal': ('halal', 'flag', False), '--limit': ('limit', 'int', None), '--radius': ('radius', 'int', None), '--map': ('map', 'flag', False)}, []),
    'sync': ([], {'--only': ('only', 'list', None)}, []),
    'where': ([], {'--wait': ('wait', 'int', 8)}, []),
    'here': ([('place', 'list', False)], {'--forget': ('forget', 'flag', False)}, []),
    'sos': ([], {'--photo': ('photo', 'list', None), '--video': ('video', 'text', None), '--audio': ('audio', 'text', None), '--message': ('message', 'text', None), '-m': ('message', 'text', None), '--kind': ('kind', 'choice:lost|accident|medical|crime|arrest|disaster|unrest|trafficking|employer|other', None), '--people': ('people', 'int', None), '--injured': ('injured', 'flag', False), '--at': ('at', 'text', None), '--no-location': ('no_location', 'flag', False), '--to': ('to', 'list', None), '--silent': ('silent', 'flag', False), '--drill': ('drill', 'flag', False), '--wait': ('wait', 'flag', False), '--yes': ('yes', 'flag', False), '-y': ('yes', 'flag', False)}, ['list', 'show', 'send', 'cancel', 'safe', 'ack', 'export', 'purge', 'autosend', 'channels']),
    'sos list': ([], {}, []),
    'sos show': ([('code', 'one', True)], {}, []),
    'sos send': ([], {'--wait': ('wait', 'flag', False)}, []),
    'sos cancel': ([('code', 'one', True)], {}, []),
    'sos safe': ([('code', 'one', False)], {'--message': ('message', 'text', None), '-m': ('message', 'text', None)}, []),
    'sos ack': ([('code', 'one', True)], {'--by': ('by', 'text', None), '--message': ('message', 'text', None), '-m': ('message', 'text', None)}, []),
    'sos export': ([('code', 'one', True), ('target', 'one', True)], {}, []),
    'sos purge': ([], {'--all': ('everything', 'flag', False), '--yes': ('yes', 'flag', False), '-y': ('yes', 'flag', False)}, []),
    'sos autosend': ([('action', 'one', False)], {}, []),
    'sos channels': ([], {}, []),
    'config': ([], {}, ['list', 'get', 'set', 'unset', 'path', 'export', 'import']),
    'config list': ([], {}, []),
    'config get': ([('name', 'one', True)], {}, []),
    'config set': ([('name', 'one', True), ('value', 'one', True)], {}, []),
    'config unset': ([('name', 'one', True)], {}, []),
    'config path': ([], {}, []),
    'config export': ([], {}, []),
    'config import': ([('file', 'one', True)], {}, []),
    'data': ([], {'--country': ('country', 'text', None), '--licences': ('licences', 'flag', False), '--left-out': ('omitted', 'flag', False)}, ['report']),
    'data report': ([('words', 'list', False)], {'--topic': ('topic', 'text', None), '--text': ('text', 'text', None)}, []),
}
