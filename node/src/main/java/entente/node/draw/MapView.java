package entente.node.draw;

import entente.terms.Words;

/// The fixed views of the map, from the widest to the closest. None moves: each prints, and each has an address.
public enum MapView {
    FAR("far", new Words("Both countries", "Les deux pays"), new Frame(-8.0, 10.0, 45.2, 53.0)),
    STRAIT("strait", new Words("The Strait", "Le détroit"), new Frame(0.2, 3.4, 50.4, 51.6)),
    CALAIS(
            "calais",
            new Words("Calais, Coquelles, Dunkirk", "Calais, Coquelles, Dunkerque"),
            new Frame(1.5, 2.5, 50.8, 51.12)),
    DOVER("dover", new Words("Dover, Folkestone", "Douvres, Folkestone"), new Frame(0.95, 1.55, 51.0, 51.24));

    /// A part of the earth, in degrees, edges included.
    public record Frame(double west, double east, double south, double north) {
        public boolean holds(double longitude, double latitude) {
            return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
        }
    }

    private final String code;
    private final Words title;
    private final Frame frame;

    MapView(String code, Words title, Frame frame) {
        this.code = code;
        this.title = title;
        this.frame = frame;
    }

    /// As spelled in addresses.
    public String code() {
        return code;
    }

    public Words title() {
        return title;
    }

    public Frame frame() {
        return frame;
    }
}
