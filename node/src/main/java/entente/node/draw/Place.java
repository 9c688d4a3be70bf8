package entente.node.draw;

import entente.terms.Words;

/// Somewhere that a fact can name: a point that can be drawn, or an area that a dot would put in the wrong place.
public sealed interface Place {
    String id();

    Words name();

    /// A town, port or site: its middle in degrees, from general knowledge, and how far from it in metres the thing
    /// itself may lie.
    record Point(String id, Words name, double latitude, double longitude, int metres) implements Place {}

    /// A coast, a county, a country.
    record Area(String id, Words name) implements Place {}
}
