package entente.node.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands around every page: its title, where the same page stands in the other language, as of when it speaks.
///
/// `past` is null on the pages of today, else the sentence that says which past the page shows. `canonical` is the
/// address of today's page; `print` of the small sheet that puts the date and the checkpoint on each printed page.
public record Frame(
        Speech speech,
        Links links,
        Subject subject,
        String title,
        String here,
        String other,
        String canonical,
        @Nullable String past,
        String knownOn,
        String checkpoint,
        Assets assets,
        @Nullable String print,
        List<Step> menu,
        List<Step> trail,
        List<Step> local,
        @Nullable Times times,
        @Nullable Taking taking) {

    /// A step on the way to this page, or to another one. `here` where it leads to this page or a part of it.
    public record Step(String name, String address, boolean here) {
        public Step(String name, String address) {
            this(name, address, false);
        }
    }

    /// The other times that a page can speak of. `earlier`, `later` and `changes` are null where there is none;
    /// `from` and `until` are what the date boxes are sent with.
    public record Times(
            List<Step> notable,
            @Nullable String leftOut,
            @Nullable Step earlier,
            @Nullable Step later,
            @Nullable Step changes,
            boolean compared) {}

    /// The addresses of the site's own files.
    public record Assets(String stylesheet, String script) {}

    public String say(String english, String french) {
        return speech.say(english, french);
    }

    /// The timeline of the clause that the page is about; null on every other page.
    public @Nullable String timeline() {
        return subject instanceof Subject.OneClause(String id, int number)
                ? links.to(new Subject.Timeline(id, number))
                : null;
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
