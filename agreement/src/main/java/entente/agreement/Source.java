package entente.agreement;

import entente.terms.Words;

/// Where a fact was read: its address (or the name and date of a broadcast that has none), its publisher and what
/// kind of publisher that is.
public record Source(String address, String publisher, Kind kind) {

    /// Whether the address can be followed in a browser.
    public boolean linked() {
        return address.startsWith("https://") || address.startsWith("http://");
    }

    /// What kind of publisher speaks.
    public enum Kind {
        OFFICIAL("official", new Words("government", "gouvernement")),
        PARLIAMENT("parliament", new Words("parliament", "parlement")),
        AUDIT("audit", new Words("audit office", "juridiction financière")),
        INSPECTORATE("inspectorate", new Words("inspectorate", "corps d’inspection")),
        PRESS("press", new Words("press", "presse")),
        NGO("ngo", new Words("non-governmental organisation", "organisation non gouvernementale")),
        OWN_OBSERVATION("own-observation", new Words("own observation", "observation directe"));

        private final String code;
        private final Words title;

        Kind(String code, Words title) {
            this.code = code;
            this.title = title;
        }

        public String code() {
            return code;
        }

        public Words title() {
            return title;
        }
    }
}
