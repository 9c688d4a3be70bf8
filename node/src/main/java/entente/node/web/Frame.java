package entente.node.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around every page: its title, where the same page stands in the other language, as of when it speaks.
///
/// `past` is null on the pages of today, else the day in words. `canonical` is the address of today's page.
public record Frame(
        Speech speech,
        Links links,
        String title,
        String here,
        String other,
        String canonical,
        @Nullable String past,
        String knownOn,
        String checkpoint,
        String stylesheet,
        Current current,
        boolean dated,
        List<Step> trail) {

    /// Which entry of the navigation is lit.
    public enum Current {
        AGREEMENTS,
        VERIFY,
        GLOSSARY,
        NONE
    }

    /// A step on the way to this page.
    public record Step(String name, String address) {}

    public String say(String english, String french) {
        return speech.say(english, french);
    }

    public String lang() {
        return speech.language().code();
    }

    /// The native name of the other language.
    public String otherName() {
        return speech.say("Français", "English");
    }

    public String otherLang() {
        return speech.language().other().code();
    }
}
