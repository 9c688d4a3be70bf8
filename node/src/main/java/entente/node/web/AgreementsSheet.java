package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Standing;
import entente.node.export.Atom;
import entente.node.export.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The list of agreements.
record AgreementsSheet(Scene scene) implements Sheet {
    @Override
    public String template() {
        return "agreements.jte";
    }

    @Override
    public Optional<Object> json() {
        return Optional.of(new Published(scene.snapshot(), scene.day()).agreements());
    }

    @Override
    public Optional<String> print() {
        return Optional.of(scene.print(title()));
    }

    @Override
    public List<Table> tables() {
        return new Extracts(scene).all();
    }

    @Override
    public Optional<Atom.Feed> feed() {
        return new News(scene).of(new Subject.Agreements());
    }

    @Override
    public Object view() {
        Sums sums = new Sums(scene);
        List<Views.AgreementRow> rows = new ArrayList<>();
        List<Standing> all = new ArrayList<>();
        List<Agreement> agreements = scene.agreements();
        agreements.forEach(agreement -> all.addAll(sums.standings(agreement)));
        for (Agreement agreement : Rest.last(agreements, Rest.FEW)) {
            List<Standing> standings = sums.standings(agreement);
            long facts = scene.register().count(agreement, scene.day());
            rows.add(new Views.AgreementRow(
                    scene.speech().words(agreement.title()),
                    scene.links().agreement(agreement.id()),
                    scene.speech().period(agreement.signed()),
                    scene.speech()
                                    .count(
                                            agreement.clauses(scene.day()).size(),
                                            "clause",
                                            "clauses",
                                            "clause",
                                            "clauses")
                            + ", "
                            + scene.speech()
                                    .count(standings.size(), "commitment", "commitments", "engagement", "engagements")
                            + ", "
                            + scene.speech().count(facts, "fact", "facts", "fait", "faits"),
                    sums.tallies(agreement.id(), standings),
                    sums.money(agreement)));
        }
        return new Views.Agreements(
                scene.frame(new Subject.Agreements(), title(), List.of()),
                rows,
                agreements.size(),
                Rest.latest(scene, agreements.size(), Rest.FEW, new Subject.Agreements(), Format.CSV, Format.JSON),
                sums.tallies(null, all),
                new MoneySheet(scene, null).paid(),
                scene.links().to(new Subject.Money(null)),
                all.size(),
                (int) scene.register().count(scene.day()));
    }

    private String title() {
        return scene.say(
                "What two governments promised, and what became of it",
                "Ce que deux gouvernements ont promis, et ce qu’il en est advenu");
    }
}
