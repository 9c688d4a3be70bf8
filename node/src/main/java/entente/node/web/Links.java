package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.terms.Language;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The addresses of the site, written. What [Address] reads, this writes.
///
/// `when` is the time that the pages linked to speak of, where they speak of one.
public record Links(Language language, When when) {

    public Links in(Language other) {
        return new Links(other, when);
    }

    public Links today() {
        return new Links(language, When.NOW);
    }

    public Links at(When other) {
        return new Links(language, other);
    }

    public Links on(@Nullable LocalDate day) {
        return new Links(language, day == null ? When.NOW : When.on(day));
    }

    public String to(Subject subject) {
        return to(subject, Format.HTML);
    }

    public String to(Subject subject, Format format) {
        return subject.path(language) + (when.now() || !subject.dated() ? "" : "@" + when) + format.extension();
    }

    /// What changed between a time and the time of these links.
    public String since(When earlier, Subject subject, Format format) {
        return subject.path(language) + "@" + earlier + ".." + when + format.extension();
    }

    public String agreements() {
        return to(new Subject.Agreements());
    }

    public String agreement(String id) {
        return to(new Subject.OneAgreement(id));
    }

    /// The page of a clause; as of today where its agreement was signed only after the time of these links.
    public String clause(Agreement agreement, Clause clause) {
        LocalDate day = when.day();
        Links there = day != null && day.isBefore(agreement.begins()) ? today() : this;
        return there.to(new Subject.OneClause(agreement.id(), agreement.number(clause)));
    }

    public String entry(String agreement, long index) {
        return to(new Subject.OneEntry(agreement, index));
    }

    public String receipt(long index) {
        return "/r/" + index + Address.PROOF;
    }

    public String find() {
        return to(new Subject.Find());
    }

    public String verify() {
        return to(new Subject.Verify());
    }

    public String glossary() {
        return to(new Subject.Glossary());
    }
}
