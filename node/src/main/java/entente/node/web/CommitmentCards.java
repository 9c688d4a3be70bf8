package entente.node.web;

import entente.agreement.Commitment;
import entente.agreement.Commitment.Nature;
import entente.agreement.Proof;
import entente.agreement.Register;
import entente.node.web.Views.CommitmentCard;
import java.time.LocalDate;

/// Commitments as the margin shows them: standing, due, money, evidence, who owes it.
record CommitmentCards(Register register, Proofs proofs, Wording wording, Speech speech, LocalDate day) {
    private String say(String english, String french) {
        return speech.say(english, french);
    }

    Proof proof(Commitment commitment) {
        return proofs.of(commitment);
    }

    CommitmentCard card(Commitment commitment) {
        Proof proof = proof(commitment);
        int bearing = register.count(commitment.id().clause(), day);
        String who = speech.parties(commitment.who());
        String others = commitment.others() == null ? "" : speech.words(commitment.others());
        return new CommitmentCard(
                commitment.id().commitment(),
                speech.words(commitment.does()),
                Chip.of(proof.standing(), speech),
                proof.overlays().stream()
                        .map(overlay -> speech.words(overlay.title()))
                        .toList(),
                wording.reason(commitment, proof, bearing),
                wording.due(commitment),
                wording.money(commitment).orElse(null),
                evidence(commitment, proof, bearing),
                who.isEmpty() ? others : others.isEmpty() ? who : who + ", " + others,
                subject(commitment, speech),
                commitment.missing() == null ? null : speech.words(commitment.missing()));
    }

    /// Who owes it and what they owe, as one sentence without its stop.
    static String sentence(Commitment commitment, Speech speech) {
        return subject(commitment, speech) + " " + speech.words(commitment.does());
    }

    private static String subject(Commitment commitment, Speech speech) {
        String others = commitment.others() == null ? "" : speech.words(commitment.others());
        String who = speech.subject(commitment.who());
        if (others.isEmpty()) {
            return who;
        }
        String capital = Character.toUpperCase(others.charAt(0)) + others.substring(1);
        return who.isEmpty() ? capital : who + speech.say(" and ", " et ") + others;
    }

    private String evidence(Commitment commitment, Proof proof, int bearing) {
        if (commitment.nature() instanceof Nature.Measured) {
            int used = proof.used().size();
            int not = proof.refused().size();
            if (used + not == 0) {
                return say("none on record", "aucun fait au registre");
            }
            return speech.count(used, "fact counts", "facts count", "fait compte", "faits comptent")
                    + (not == 0
                            ? ""
                            : ", "
                                    + speech.count(
                                            not,
                                            "other bears on the clause",
                                            "others bear on the clause",
                                            "autre se rapporte à la clause",
                                            "autres se rapportent à la clause"));
        }
        return bearing == 0
                ? say("none on record", "aucun fait au registre")
                : speech.count(
                        bearing,
                        "fact bears on the clause",
                        "facts bear on the clause",
                        "fait se rapporte à la clause",
                        "faits se rapportent à la clause");
    }
}
