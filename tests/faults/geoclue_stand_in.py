"""A GeoClue2 on the bus that DBUS_SYSTEM_BUS_ADDRESS names, written with libdbus: `python3 geoclue_stand_in.py MODE SECONDS`.

Run by the system's Python, whose dbus and gi packages a virtual environment does not see. MODE is good, silent, denied,
zero, future or twice; SECONDS is the time of the fix since 1970.
"""

import sys

import dbus
import dbus.service
from dbus.mainloop.glib import DBusGMainLoop
from gi.repository import GLib

NAME = "org.freedesktop.GeoClue2"
PROPERTIES = "org.freedesktop.DBus.Properties"
MODE, NOW = sys.argv[1], int(float(sys.argv[2]))
PLACES = {
    "good": [(1.3521, 103.8198, 35.0, 0)],
    "twice": [(1.4, 103.9, 9000.0, 60), (1.3521, 103.8198, 20.0, 0)],
    "zero": [(0.0, 0.0, 10.0, 0)],
    "future": [(1.3521, 103.8198, 35.0, -9999)],
    "silent": [],
    "denied": [],
}


class Denied(dbus.DBusException):
    _dbus_error_name = "org.freedesktop.DBus.Error.AccessDenied"


class Location(dbus.service.Object):
    def __init__(self, bus, path, values):
        super().__init__(bus, path)
        latitude, longitude, accuracy, age = values
        self.held = {
            "Latitude": latitude,
            "Longitude": longitude,
            "Accuracy": accuracy,
            "Altitude": -1.7e308,
            "Description": "stand-in",
            "Timestamp": dbus.Struct((dbus.UInt64(NOW - age), dbus.UInt64(0)), signature="tt"),
        }

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return self.held


class Client(dbus.service.Object):
    known = None

    @dbus.service.method(PROPERTIES, in_signature="ssv", out_signature="")
    def Set(self, interface, name, value):
        self.known = {**(self.known or {}), str(name): value}

    @dbus.service.method(NAME + ".Client", in_signature="", out_signature="")
    def Start(self):
        if MODE == "denied" or self.known.get("DesktopId") != "safetravel" or self.known.get("RequestedAccuracyLevel") != 8:
            raise Denied("not allowed")
        old = "/"
        for count, values in enumerate(PLACES[MODE]):
            path = f"/org/freedesktop/GeoClue2/Client/1/Location/{count}"
            Location(bus, path, values)
            GLib.idle_add(self.LocationUpdated, old, path)
            old = path

    @dbus.service.signal(NAME + ".Client", signature="oo")
    def LocationUpdated(self, old, new):
        pass


class Manager(dbus.service.Object):
    @dbus.service.method(NAME + ".Manager", in_signature="", out_signature="o")
    def GetClient(self):
        return "/org/freedesktop/GeoClue2/Client/1"


DBusGMainLoop(set_as_default=True)
bus = dbus.SystemBus()
name = dbus.service.BusName(NAME, bus)
Manager(bus, "/org/freedesktop/GeoClue2/Manager")
Client(bus, "/org/freedesktop/GeoClue2/Client/1")
print("ready", flush=True)
GLib.MainLoop().run()
