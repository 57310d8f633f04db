"""Made by tools/make_door.py from the Typer signatures: do not edit.

COMMANDS: words -> (positional arguments ((name, "one" or "list", required), ...), options ((flag, name, kind, default), ...),
sub-commands). Tuples alone: Python reads them as constants, where it would build lists and dicts at each start.
REPEATED: the options of commands without positional arguments that can be repeated.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    Positional = tuple[tuple[str, str, bool], ...]
    Options = tuple[tuple[str, str, str, object], ...]

REPEATED = ('--contact', '--only', '--photo', '--secret-command', '--secret-file', '--secret-stdin', '--to')
SHARED: "Options" = (
    ('--json', 'json', 'flag', False),
    ('--plain', 'plain', 'flag', False),
    ('--lang', 'lang', 'choice:id|en', None),
    ('--no-color', 'no_color', 'flag', False),
    ('--max-age', 'max_age', 'int', 0),
    ('--debug', 'debug', 'flag', False),
)
COMMANDS: "dict[str, tuple[Positional, Options, tuple[str, ...]]]" = {
    'country': ((('name', 'list', True),), (('--section', 'section', 'text', None),), ()),
    'countries': ((), (('--region', 'region', 'text', None), ('--visa-free', 'visa_free', 'flag', False), ('--max-level', 'max_level', 'int', None), ('--sort', 'sort', 'choice:name|code|level|population', 'name')), ()),
    'emergency': ((('name', 'list', False),), (), ()),
    'embassy': ((('place', 'list', False),), (('--near', 'near', 'flag', False), ('--for', 'for_country', 'text', None), ('--map', 'map', 'flag', False)), ()),
    'law': ((('name', 'list', False),), (('--topic', 'topic', 'text', None),), ()),
    'safety': ((('name', 'list', False),), (('--month', 'month', 'text', None), ('--topic', 'topic', 'text', None)), ()),
    'visa': ((('name', 'list', False),), (('--passport', 'passport', 'text', None), ('--from', 'origin', 'text', None)), ()),
    'currency': ((('name', 'list', False),), (('--table', 'table', 'flag', False), ('--chart', 'chart', 'flag', False)), ()),
    'convert': ((('words', 'list', True),), (('--table', 'table', 'flag', False), ('--chart', 'chart', 'flag', False)), ()),
    'food': ((('name', 'list', False),), (), ()),
    'compare': ((('names', 'list', True),), (), ()),
    'worship': ((('place', 'list', False),), (('--near', 'near', 'flag', False), ('--religion', 'religion', 'text', None), ('--limit', 'limit', 'int', None), ('--radius', 'radius', 'int', None), ('--map', 'map', 'flag', False)), ()),
    'sights': ((('place', 'list', False),), (('--near', 'near', 'flag', False), ('--limit', 'limit', 'int', None), ('--radius', 'radius', 'int', None), ('--map', 'map', 'flag', False)), ()),
    'hospitals': ((('place', 'list', False),), (('--near', 'near', 'flag', False), ('--emergency', 'emergency', 'flag', False), ('--limit', 'limit', 'int', None), ('--radius', 'radius', 'int', None), ('--map', 'map', 'flag', False)), ()),
    'airports': ((('place', 'list', False),), (('--near', 'near', 'flag', False), ('--limit', 'limit', 'int', None), ('--radius', 'radius', 'int', None), ('--map', 'map', 'flag', False)), ()),
    'eat': ((('place', 'list', False),), (('--near', 'near', 'flag', False), ('--halal', 'halal', 'flag', False), ('--limit', 'limit', 'int', None), ('--radius', 'radius', 'int', None), ('--map', 'map', 'flag', False)), ()),
    'prayer': ((('place', 'list', False),), (('--date', 'date', 'text', None), ('--month', 'month', 'flag', False), ('--method', 'method', 'choice:kemenag|ummalqura|jakim|muis|diyanet|uae|qatar|kuwait|egypt|karachi|mwl|isna', None)), ()),
    'time': ((('name', 'list', False),), (), ()),
    'holidays': ((('name', 'list', False),), (('--year', 'year', 'int', None),), ()),
    'guide': ((('topic', 'list', False),), (('--country', 'country', 'text', None), ('--done', 'done', 'list', None), ('--reset', 'reset', 'flag', False)), ()),
    'card': ((('topic', 'list', False),), (('--country', 'country', 'text', None), ('--in', 'to', 'text', None), ('--only', 'only', 'text', None), ('--name', 'own_name', 'text', None), ('--phone', 'phone', 'text', None), ('--hotel', 'hotel', 'text', None), ('--address', 'address', 'text', None), ('--medicine', 'medicine', 'text', None), ('--allergen', 'allergen', 'text', None), ('--blood', 'blood', 'text', None), ('--html', 'html', 'text', None), ('--pdf', 'pdf', 'text', None), ('--font', 'font', 'text', None), ('--qr', 'qr', 'flag', False)), ()),
    'search': ((('text', 'list', True),), (('--limit', 'limit', 'int', None),), ()),
    'alerts': ((('place', 'list', False),), (('--radius', 'radius', 'int', None), ('--days', 'days', 'int', None)), ()),
    'changes': ((('country', 'list', False),), (('--since', 'since', 'text', None),), ()),
    'where': ((), (('--wait', 'wait', 'int', 8),), ()),
    'here': ((('place', 'list', False),), (('--forget', 'forget', 'flag', False),), ()),
    'setup': ((), (('--name', 'name', 'text', None), ('--nationality', 'nationality', 'text', None), ('--phone', 'phone', 'text', None), ('--passport-last4', 'passport_last4', 'text', None), ('--passport-expires', 'passport_expires', 'text', None), ('--contact', 'contact', 'list', None), ('--place', 'place', 'text', None), ('--mission', 'mission', 'choice:yes|no', None), ('--mail', 'mail', 'text', None), ('--server', 'server', 'text', None), ('--security', 'security', 'choice:tls|starttls', None), ('--user', 'user', 'text', None), ('--password-command', 'password_command', 'text', None), ('--password-file', 'password_file', 'text', None), ('--password-stdin', 'password_stdin', 'flag', False), ('--token-command', 'token_command', 'text', None), ('--secret-command', 'secret_command', 'list', None), ('--secret-file', 'secret_file', 'list', None), ('--secret-stdin', 'secret_stdin', 'list', None), ('--keyring', 'keyring', 'choice:yes|no', None), ('--ways', 'ways', 'text', None), ('--sendmail', 'sendmail_command', 'text', None), ('--exec', 'exec_command', 'text', None), ('--channels', 'channels', 'text', None), ('--sms', 'sms', 'choice:yes|no', None), ('--test', 'test', 'choice:yes|no', None), ('--autosend', 'autosend', 'choice:yes|no', None), ('--private', 'private', 'flag', False), ('--no-private', 'no_private', 'flag', False), ('--again', 'again', 'flag', False)), ()),
    'doctor': ((), (('--wait', 'wait', 'int', 8),), ()),
    'purge': ((), (('--yes', 'yes', 'flag', False), ('-y', 'yes', 'flag', False)), ()),
    'trip': ((('file', 'one', True),), (('--html', 'html', 'text', None),), ('check',)),
    'trip check': ((('file', 'one', True),), (), ()),
    'sos': ((), (('--photo', 'photo', 'list', None), ('--video', 'video', 'text', None), ('--audio', 'audio', 'text', None), ('--record-video', 'record_video', 'int', None), ('--record-audio', 'record_audio', 'int', None), ('--message', 'message', 'text', None), ('-m', 'message', 'text', None), ('--kind', 'kind', 'choice:lost|accident|medical|crime|arrest|disaster|unrest|trafficking|employer|other', None), ('--people', 'people', 'int', None), ('--injured', 'injured', 'flag', False), ('--at', 'at', 'text', None), ('--no-location', 'no_location', 'flag', False), ('--to', 'to', 'list', None), ('--silent', 'silent', 'flag', False), ('--drill', 'drill', 'flag', False), ('--wait', 'wait', 'flag', False), ('--yes', 'yes', 'flag', False), ('-y', 'yes', 'flag', False)), ('list', 'show', 'send', 'cancel', 'safe', 'ack', 'export', 'purge', 'autosend', 'channels')),
    'sos list': ((), (), ()),
    'sos show': ((('code', 'one', True),), (), ()),
    'sos send': ((), (('--wait', 'wait', 'flag', False),), ()),
    'sos cancel': ((('code', 'one', True),), (), ()),
    'sos safe': ((('code', 'one', False),), (('--message', 'message', 'text', None), ('-m', 'message', 'text', None)), ()),
    'sos ack': ((('code', 'one', True),), (('--by', 'by', 'text', None), ('--message', 'message', 'text', None), ('-m', 'message', 'text', None)), ()),
    'sos export': ((('code', 'one', True), ('target', 'one', True)), (), ()),
    'sos purge': ((), (('--all', 'everything', 'flag', False), ('--yes', 'yes', 'flag', False), ('-y', 'yes', 'flag', False)), ()),
    'sos autosend': ((('action', 'one', False),), (), ()),
    'sos channels': ((), (), ()),
    'sync': ((), (('--only', 'only', 'list', None), ('--check', 'check', 'flag', False), ('--dry-run', 'dry_run', 'flag', False), ('--max-size', 'max_size', 'text', None), ('--from', 'from_path', 'text', None), ('--places', 'places', 'text', None), ('--kind', 'kind', 'text', None), ('--radius', 'radius', 'int', None)), ('reset',)),
    'sync reset': ((), (), ()),
    'profile': ((), (), ('show', 'set', 'unset')),
    'profile show': ((), (), ()),
    'profile set': ((('name', 'one', True), ('value', 'list', True)), (), ()),
    'profile unset': ((('name', 'one', True),), (), ()),
    'config': ((), (), ('list', 'get', 'set', 'unset', 'path', 'export', 'import')),
    'config list': ((), (), ()),
    'config get': ((('name', 'one', True),), (), ()),
    'config set': ((('name', 'one', True), ('value', 'one', True)), (), ()),
    'config unset': ((('name', 'one', True),), (), ()),
    'config path': ((), (), ()),
    'config export': ((), (), ()),
    'config import': ((('file', 'one', True),), (), ()),
    'data': ((), (('--country', 'country', 'text', None), ('--licences', 'licences', 'flag', False), ('--left-out', 'omitted', 'flag', False)), ('report',)),
    'data report': ((('words', 'list', False),), (('--topic', 'topic', 'text', None), ('--text', 'text', 'text', None)), ()),
}
