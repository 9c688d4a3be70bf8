package entente.agreement;

import entente.terms.Party;
import entente.terms.Period;
import entente.terms.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// One thing that a source says was so.
///
/// Two of its three times stand here: `happened`, when it was so in the world, and `reported`, when the source
/// published it.
/// The third, when it was recorded, is its place in the log: see [Held].
///
/// `by` names the governments that say it; empty where neither does. `bearsOn` names what it may be evidence for;
/// whether it
/// counts is decided by the tests of the commitment, never here.
public record Fact(
        String id,
        Kind kind,
        Period happened,
        Period reported,
        Set<Party> by,
        Grade grade,
        Words who,
        Words where,
        List<Bearing> bearsOn,
        Words says,
        List<Figure> figures,
        Map<Tag, SortedSet<String>> tags,
        List<Judging> judges,
        List<CommitmentId> waives,
        SortedSet<String> disagreesWith,
        Source source,
        @Nullable Words note) {
    public Fact {
        Slug.check(id);
        by = Set.copyOf(by);
        bearsOn = List.copyOf(bearsOn);
        figures = List.copyOf(figures);
        tags = Map.copyOf(tags);
        judges = List.copyOf(judges);
        waives = List.copyOf(waives);
    }

    public boolean bearsOn(CommitmentId commitment) {
        for (Bearing bearing : bearsOn) {
            if (bearing.on(commitment)) {
                return true;
            }
        }
        return false;
    }

    public boolean judges(CommitmentId commitment) {
        return judges.stream().anyMatch(judging -> judging.commitment().equals(commitment));
    }

    /// What a fact may be evidence for: a whole clause, or where `commitment` is not null one commitment of it.
    public record Bearing(ClauseId clause, @Nullable String commitment) {
        public boolean on(CommitmentId id) {
            return clause.equals(id.clause()) && (commitment == null || commitment.equals(id.commitment()));
        }

        @Override
        public String toString() {
            return commitment == null ? clause.toString() : clause + "/" + commitment;
        }
    }

    /// A published statement by one or both governments on how a commitment stands.
    public record Judging(CommitmentId commitment, Set<Party> by, Standing standing) {
        public Judging {
            by = Set.copyOf(by);
            if (by.isEmpty()) {
                throw new IllegalArgumentException("a judgement is made by a government, on: " + commitment);
            }
        }
    }

    /// What is known of a fact besides its numbers, and can be tested by an earmark.
    public enum Tag {
        PLACE,
        PURPOSE,
        PAYER,
        PAYEE,
        SUBJECT;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What sort of thing was so.
    public enum Kind {
        STATEMENT(new Words("statement", "déclaration")),
        RESULT(new Words("result", "résultat")),
        ESTIMATE(new Words("estimate", "estimation")),
        PAYMENT(new Words("payment", "versement")),
        SPEND(new Words("spending", "dépense")),
        POSTING(new Words("posting", "affectation")),
        DELIVERY(new Words("delivery", "livraison")),
        OPERATION(new Words("operation", "opération")),
        CAMPAIGN(new Words("campaign", "campagne")),
        INCIDENT(new Words("incident", "incident"));

        private final Words title;

        Kind(Words title) {
            this.title = title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public Words title() {
            return title;
        }
    }

    /// How well a fact is supported, from least to most.
    public enum Grade {
        REPORTED(new Words("reported by a third party", "rapporté par un tiers")),
        CLAIMED(new Words("claimed by one side", "affirmé par une partie")),
        CONFIRMED(new Words("confirmed by both sides", "confirmé par les deux parties")),
        EVIDENCED(new Words("evidenced by a document", "attesté par un document")),
        AUDITED(new Words("audited", "audité"));

        private final Words title;

        Grade(Words title) {
            this.title = title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public Words title() {
            return title;
        }

        /// Nobody but the one who says so stands behind it.
        public boolean onlyClaimed() {
            return this == REPORTED || this == CLAIMED;
        }
    }
}
