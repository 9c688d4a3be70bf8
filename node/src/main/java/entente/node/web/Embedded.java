package entente.node.web;

import entente.node.web.Frame.Assets;
import java.util.List;

/// A clause as another site shows it inside a page of its own: what it says, how its commitments stand, as of when,
/// and the way to the page itself. It has no script, and asks nothing of its reader.
public record Embedded(
        Speech speech, Assets assets, String title, String text, String page, String asOf, List<Line> commitments) {
    /// The longest piece of a text that finds room.
    private static final int LONGEST = 320;

    /// A commitment and how it stands.
    public record Line(Chip chip, String promise) {}

    public String lang() {
        return speech.language().code();
    }

    public String say(String english, String french) {
        return speech.say(english, french);
    }

    /// A text, cut between two words where it is too long for a piece of a page.
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, text.lastIndexOf(' ', LONGEST)) + " …";
    }
}
