package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Commitment;
import entente.agreement.Proof;
import entente.files.Json;
import entente.node.Snapshot;
import entente.terms.Language;
import java.time.LocalDate;
import java.util.Locale;

/// How the commitments of one agreement stand, for a terminal.
public record StandingReport(Snapshot snapshot, Agreement agreement, LocalDate world, LocalDate known) {

    /// The same as `/{agreement}/agreement.json`, for any pair of dates.
    public String json() {
        return Json.write(new Published(snapshot, world, known).agreement(agreement));
    }

    /// A line for each commitment and the reason under it, in the language of the terminal.
    public String text() {
        Language language = Locale.getDefault().getLanguage().equals("fr") ? Language.FRENCH : Language.ENGLISH;
        Speech speech = new Speech(language);
        Wording wording = new Wording(speech, snapshot.register());
        StringBuilder text = new StringBuilder(speech.words(agreement.title()))
                .append(System.lineSeparator())
                .append(speech.say("As the world stood on ", "État au "))
                .append(speech.day(world))
                .append(speech.say(", by what had been reported by ", ", d’après ce qui était publié au "))
                .append(speech.day(known))
                .append(System.lineSeparator());
        if (agreement.signed().first().isAfter(known)) {
            return text.append(speech.say("The agreement had not been signed.", "L’accord n’était pas signé."))
                    .toString();
        }
        for (Clause clause : agreement.clauses(known)) {
            for (Commitment commitment : clause.commitments()) {
                Proof proof = snapshot.register().standing(commitment.id(), world, known);
                int bearing = snapshot.register().count(clause.id(), known);
                text.append(System.lineSeparator())
                        .append(String.format(
                                "%-16s ", speech.words(proof.standing().title())))
                        .append(clause.id().clause())
                        .append('/')
                        .append(commitment.id().commitment())
                        .append("  ")
                        .append(speech.words(commitment.does()))
                        .append(System.lineSeparator())
                        .append(" ".repeat(17))
                        .append(wording.reason(commitment, proof, bearing));
                if (!proof.overlays().isEmpty()) {
                    text.append(" [")
                            .append(speech.list(proof.overlays().stream()
                                    .map(overlay -> speech.words(overlay.title()))
                                    .toList()))
                            .append(']');
                }
            }
        }
        return text.toString();
    }
}
