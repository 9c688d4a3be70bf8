package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.terms.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The addresses of the site, written. What [Address] reads, this writes.
///
/// `known` is null for the pages of today, else the day whose pages are linked to.
public record Links(Language language, @Nullable LocalDate known) {

    public Links in(Language other) {
        return new Links(other, known);
    }

    public Links today() {
        return new Links(language, null);
    }

    public Links on(@Nullable LocalDate day) {
        return new Links(language, day);
    }

    private String say(String english, String french) {
        return language == Language.ENGLISH ? english : french;
    }

    private String at() {
        return known == null ? "" : "@" + known;
    }

    public String agreements() {
        return say("/agreements", "/accords") + at();
    }

    public String agreement(String id) {
        return "/" + id + say("/agreement", "/accord") + at();
    }

    public String clause(Agreement agreement, Clause clause) {
        return "/" + agreement.id() + say("/agreement/", "/accord/") + agreement.number(clause) + at();
    }

    public String entry(String agreement, long index) {
        return "/" + agreement + say("/log/", "/registre/") + index;
    }

    public String receipt(long index) {
        return "/r/" + index + ".tlog-proof";
    }

    public String verify() {
        return say("/verify", "/verifier");
    }

    public String glossary() {
        return say("/standings", "/etats");
    }
}
