package entente.agreement;

import entente.terms.Words;

/// Why something told is not taken into the record. Nothing of what was offered with it is taken either.
public sealed interface Refusal {
    /// The rule that refuses it, as a stable machine word.
    default String rule() {
        return getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    /// What was offered that this refuses: a fact or a commitment by its id; else `retraction of` or, where a
    /// correction is refused as well as a retraction, `change of` and the id of the fact that would change.
    String of();

    /// What is wrong and what to do about it.
    Words sentence();

    record DuplicateFact(String id) implements Refusal {
        @Override
        public String of() {
            return id;
        }

        @Override
        public Words sentence() {
            return new Words(
                    "The fact " + id + " is already on record with other content. To change it, give the new fact an id"
                            + " of its own and say what it corrects.",
                    "Le fait " + id
                            + " figure déjà au registre avec un autre contenu. Pour le modifier, donnez au nouveau"
                            + " fait son propre identifiant et indiquez celui qu’il corrige.");
        }
    }

    record UnknownClause(String fact, String clause) implements Refusal {
        @Override
        public String of() {
            return fact;
        }

        @Override
        public Words sentence() {
            return new Words(
                    "The fact " + fact + " bears on " + clause
                            + ", and no agreement has such a clause or commitment. Look for a slip in the name, or import the"
                            + " agreement first.",
                    "Le fait " + fact + " se rapporte à " + clause
                            + ", mais aucun accord ne comporte cette clause ou cet engagement. Vérifiez le nom, ou importez"
                            + " d’abord l’accord.");
        }
    }

    record UnknownCommitment(String of, String commitment) implements Refusal {
        @Override
        public Words sentence() {
            return new Words(
                    of + " names the commitment " + commitment
                            + ", which no agreement holds. Look for a slip in the name.",
                    of + " nomme l’engagement " + commitment + ", qui ne figure dans aucun accord. Vérifiez le nom.");
        }
    }

    /// `of` is the fact that names it, or `retraction`.
    record UnknownFact(String of, String fact) implements Refusal {
        public UnknownFact {
            of = of.equals("retraction") ? "retraction of " + fact : of;
        }

        @Override
        public Words sentence() {
            if (of.equals("retraction of " + fact)) {
                return new Words(
                        "The fact " + fact + ", which is to be retracted, is not on record. Look for a slip in the id.",
                        "Le fait " + fact
                                + ", qu’il s’agit de retirer, ne figure pas au registre. Vérifiez l’identifiant.");
            }
            return new Words(
                    of + " names the fact " + fact + ", which is not on record. Look for a slip in the id.",
                    of + " nomme le fait " + fact + ", qui ne figure pas au registre. Vérifiez l’identifiant.");
        }
    }

    record AlreadyRetracted(String fact) implements Refusal {
        @Override
        public String of() {
            return "change of " + fact;
        }

        @Override
        public Words sentence() {
            return new Words(
                    "The fact " + fact + " has been retracted already and cannot be corrected or retracted again. Leave"
                            + " this out.",
                    "Le fait " + fact
                            + " a déjà été retiré\u202F; il ne peut être ni corrigé ni retiré de nouveau. Supprimez cet"
                            + " élément.");
        }
    }

    record ToldLater(String fact) implements Refusal {
        @Override
        public String of() {
            return "change of " + fact;
        }

        @Override
        public Words sentence() {
            return new Words(
                    "The fact " + fact + " is told only after what corrects or retracts it here. Put it before.",
                    "Le fait " + fact
                            + " n’est rapporté qu’après ce qui le corrige ou le retire ici. Placez-le avant.");
        }
    }
}
