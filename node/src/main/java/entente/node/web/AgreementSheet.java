package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Clause;
import entente.agreement.Fact;
import entente.agreement.Standing;
import entente.node.export.Atom;
import entente.node.export.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One agreement: its clauses in their order, each with how its commitments stand.
record AgreementSheet(Scene scene, Agreement agreement) implements Sheet {
    private static final int LATEST = 5;

    @Override
    public String template() {
        return "agreement.jte";
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(new Published(scene.snapshot(), scene.day()).agreement(agreement));
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(scene.speech().words(agreement.title())));
    }

    @Override
    public List<Table> tables() {
        return new Extracts(scene).of(agreement);
    }

    @Override
    public Optional<Atom.Feed> feed() {
        return new News(scene).of(subject());
    }

    @Override
    public Optional<Briefing> briefing() {
        return Optional.of(Briefing.of(scene, agreement, signedLine(), latest()));
    }

    private Subject subject() {
        return new Subject.OneAgreement(agreement.id());
    }

    @Override
    public Object view() {
        Sums sums = new Sums(scene);
        List<Clause> clauses = agreement.clauses(scene.day());
        int later = agreement.clauses().size() - clauses.size();
        // Their proofs give the standings too.
        List<Views.ClauseCard> cards =
                clauses.stream().map(clause -> clauseCard(clause)).toList();
        List<Standing> standings = sums.standings(agreement);
        String title = scene.speech().words(agreement.title());
        return new Views.OneAgreement(
                scene.frame(subject(), title, List.of(scene.home())),
                title,
                signedLine(),
                agreement.signatories().stream()
                        .sorted(Comparator.comparingInt(
                                one -> one.party().code().equals(scene.say("UK", "FR")) ? 0 : 1))
                        .map(one -> one.name() + " (" + scene.speech().words(one.post()) + ")")
                        .toList(),
                agreement.note() == null ? null : scene.speech().words(agreement.note()),
                agreement.sources().stream().map(AgreementSheet::source).toList(),
                scene.speech().count(clauses.size(), "clause", "clauses", "clause", "clauses")
                        + ", "
                        + scene.speech()
                                .count(standings.size(), "commitment", "commitments", "engagement", "engagements"),
                sums.tallies(agreement.id(), standings),
                new MoneySheet(scene, agreement).paid(),
                scene.links().to(new Subject.Money(agreement.id())),
                scene.links().to(new Subject.Figures(agreement.id())),
                sums.money(agreement),
                cards,
                latest(),
                later == 0
                        ? null
                        : scene.speech()
                                .count(
                                        later,
                                        "clause was added after this date and is not shown.",
                                        "clauses were added after this date and are not shown.",
                                        "clause a été ajoutée après cette date et n’est pas affichée.",
                                        "clauses ont été ajoutées après cette date et ne sont pas affichées."));
    }

    static Views.SourceLine source(String source) {
        boolean link = source.startsWith("https://") || source.startsWith("http://");
        return new Views.SourceLine(link ? shortened(source) : source, link ? source : null);
    }

    /// An address as it may stand in a line: its host and the beginning of its path.
    static String shortened(String address) {
        String bare = address.replaceFirst("^https?://(www\\.)?", "");
        return bare.length() > 60 ? bare.substring(0, 59) + "…" : bare;
    }

    private String signedLine() {
        StringBuilder line = new StringBuilder(scene.say("Signed: ", "Signature\u00A0: "))
                .append(scene.speech().period(agreement.signed()));
        if (agreement.place() != null) {
            line.append(", ").append(scene.speech().words(agreement.place()));
        }
        if (agreement.published() != null) {
            line.append(scene.say("; published ", "\u202F; publié\u00A0: "))
                    .append(scene.speech().period(agreement.published()));
        }
        if (agreement.inForce() != null) {
            line.append(scene.say("; in force ", "\u202F; en vigueur\u00A0: "))
                    .append(scene.speech().period(agreement.inForce()));
        }
        if (agreement.ends() != null) {
            line.append(scene.say("; ends ", "\u202F; fin\u00A0: "))
                    .append(scene.speech().period(agreement.ends()));
        }
        return line.append('.').toString();
    }

    /// What was published last about this agreement, by the day of the page.
    private List<Views.Report> latest() {
        return scene.register()
                .facts(agreement, scene.day())
                .filter(fact -> !fact.reported().unknown())
                .sorted(Comparator.comparing((Fact fact) -> fact.reported().last())
                        .reversed()
                        .thenComparing(Fact::id))
                .limit(LATEST)
                .map(fact -> new Views.Report(
                        scene.speech().period(fact.reported()),
                        scene.speech().words(fact.says()),
                        scene.facts().link(agreement.id(), fact.id())))
                .toList();
    }

    private Views.ClauseCard clauseCard(Clause clause) {
        int bearing = scene.register().count(clause.id(), scene.day());
        return new Views.ClauseCard(
                agreement.number(clause),
                scene.links().clause(agreement, clause),
                scene.speech().words(clause.text()),
                since(scene, clause),
                clause.basis() == Clause.Basis.PRESS
                        ? scene.say(
                                "Known from a press report of the day only.",
                                "Connu seulement par un article de presse du jour.")
                        : null,
                bearing == 0
                        ? scene.say("No fact on record bears on it", "Aucun fait au registre ne s’y rapporte")
                        : scene.speech()
                                .count(
                                        bearing,
                                        "fact bears on it",
                                        "facts bear on it",
                                        "fait s’y rapporte",
                                        "faits s’y rapportent"),
                clause.commitments().stream().map(scene.cards()::card).toList());
    }

    static @Nullable String since(Scene scene, Clause clause) {
        return clause.since() == null
                ? null
                : scene.say("Added: ", "Ajoutée\u00A0: ") + scene.speech().period(clause.since()) + ".";
    }
}
