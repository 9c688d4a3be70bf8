package entente.agreement;

import entente.agreement.Calendar.Window;
import entente.terms.Party;
import entente.terms.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A standing with all that it rests on: the rule, the facts used, the facts refused and the test that refused each,
/// the arithmetic of each period, the verdict. [Checker] derives it again from facts alone.
///
/// `world` is the date in the world that it speaks of, `known` the date up to which reports count.
public record Proof(
        CommitmentId commitment,
        LocalDate world,
        LocalDate known,
        Standing standing,
        SortedSet<Overlay> overlays,
        Finding finding,
        SortedSet<String> used,
        SortedMap<String, Test> refused) {

    /// The version of the rules of docs/spec/algebra.md that decided.
    public static final String RULE = "entente-algebra-1";

    /// What one part of a commitment's body came to.
    public sealed interface Finding {
        Standing standing();

        /// A test, with a row for each period.
        record Tested(Body.Test test, List<Row> rows, Standing standing) implements Finding {}

        /// At least `k` of several.
        record Combined(int k, List<Finding> of, Standing standing) implements Finding {}

        /// The newest judgement of each side; empty where neither has judged.
        record Judged(SortedMap<Party, Voice> voices, Standing standing) implements Finding {}

        /// The text does not say enough.
        record Unjudgeable() implements Finding {
            @Override
            public Standing standing() {
                return Standing.CANNOT_BE_JUDGED;
            }
        }
    }

    /// One period: the facts used and what each gives, what they come to (null where no fact counts), and what was
    /// required.
    public record Row(
            Window window,
            Map<String, BigDecimal> used,
            @Nullable BigDecimal value,
            Body.Threshold required,
            Standing standing) {}

    /// One side's newest judgement and the fact that holds it.
    public record Voice(String fact, Standing standing) {}

    /// The tests that a fact must pass to count, in the order in which they are tried: the first that fails is named.
    public enum Test {
        NO_SUCH_FIGURE(
                new Words("gives no figure of the kind measured", "ne donne aucun chiffre de la nature mesurée")),
        UPPER_LIMIT_ONLY(new Words("gives only an upper limit", "ne donne qu’un plafond")),
        TWO_FIGURES(new Words(
                "gives two different figures for the same thing", "donne deux chiffres différents pour la même chose")),
        KIND(new Words("is not of a kind that counts", "n’est pas d’une nature qui compte")),
        PLACE(new Words(
                "names no place, or a place outside the promise",
                "ne nomme aucun lieu, ou un lieu hors de la promesse")),
        PURPOSE(new Words(
                "names no purpose, or one outside the promise",
                "ne nomme aucun objet, ou un objet hors de la promesse")),
        PAYER(new Words("names no payer, or another one", "ne nomme aucun payeur, ou en nomme un autre")),
        PAYEE(new Words("names no payee, or another one", "ne nomme aucun bénéficiaire, ou en nomme un autre")),
        SUBJECT(new Words("names no subject, or another one", "ne nomme aucun sujet, ou en nomme un autre")),
        WINDOW(new Words("falls outside the period that counts", "tombe hors de la période prise en compte")),
        NEVER(new Words("is of a sort that may never count", "est d’une sorte qui ne peut jamais compter")),
        BEFORE_PROMISE(
                new Words("was over before the promise was made", "était achevé avant que la promesse soit faite")),
        NOT_OVER(new Words("was not over on this date", "n’était pas achevé à cette date")),
        OUTSIDE_PERIODS(new Words(
                "lies in no single period of the schedule", "ne tombe dans aucune période unique de l’échéancier")),
        OLDER(new Words("is older than the fact that counts", "est plus ancien que le fait retenu"));

        private final Words title;

        Test(Words title) {
            this.title = title;
        }

        public Words title() {
            return title;
        }

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }
}
