package entente.node.web;

import entente.agreement.Standing;

/// A standing as a page shows it: word, shape, then colour.
public record Chip(Standing standing, String word) {
    static Chip of(Standing standing, Speech speech) {
        return new Chip(standing, speech.words(standing.title()));
    }

    /// The class of the style sheet, `kept-late`.
    public String code() {
        return standing.code();
    }

    /// The outline of the icon in a box of 16 by 16, one for each standing, so that it is told without colour.
    public String path() {
        return switch (standing) {
            case KEPT -> "M2.5 8.5 6.2 12.2 13.5 4.5";
            case KEPT_LATE -> "M2.5 7 5.6 10.2 13.5 2.5M2.5 14H13.5";
            case ON_COURSE -> "M8 2A6 6 0 0 0 8 14ZM8 2A6 6 0 0 1 8 14";
            case NOT_YET_DUE -> "M8 2A6 6 0 1 0 8 14A6 6 0 1 0 8 2";
            case NO_EVIDENCE -> "M7 2.5A4.5 4.5 0 1 0 7 11.5A4.5 4.5 0 1 0 7 2.5M10.2 10.2 14 14";
            case CANNOT_BE_JUDGED -> "M2 8H5M6.5 8H9.5M11 8H14";
            case LATE -> "M8 2 14.5 13.5H1.5ZM8 6.5V9.5M8 11.2V11.8";
            case BROKEN -> "M3 3 13 13M13 3 3 13";
        };
    }
}
