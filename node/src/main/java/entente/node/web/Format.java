package entente.node.web;

import java.util.Optional;

/// The form in which an address asks for its page: the end of the path says which.
public enum Format {
    HTML("", "text/html; charset=utf-8"),
    JSON(".json", "application/json; charset=utf-8"),
    CSV(".csv", "text/csv; charset=utf-8"),
    XLSX(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ATOM(".atom", "application/atom+xml; charset=utf-8"),
    SVG(".svg", "image/svg+xml; charset=utf-8"),
    PDF(".pdf", "application/pdf"),
    EMBED(".embed", "text/html; charset=utf-8"),
    /// The catalogue of the data, for other catalogues: Turtle and JSON-LD.
    TTL(".ttl", "text/turtle; charset=utf-8"),
    JSONLD(".jsonld", "application/ld+json; charset=utf-8"),
    /// What stands at the foot of each sheet of paper when the page is printed.
    PRINT(".css", "text/css; charset=utf-8");

    private final String extension;
    private final String media;

    Format(String extension, String media) {
        this.extension = extension;
        this.media = media;
    }

    /// With its dot; nothing for the page itself.
    public String extension() {
        return extension;
    }

    public String media() {
        return media;
    }

    /// The form that a path ends in, where it is not the page itself.
    static Optional<Format> at(String path) {
        for (Format format : values()) {
            if (format != HTML && path.endsWith(format.extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
