package entente.files;

import java.util.Optional;
import java.util.function.Consumer;

/// What stands at the top of some bytes that are read.
enum Top {
    /// A list of things told, or an agreement.
    FILE {
        @Override
        Consumer<Tree> items(FactReader facts) {
            return facts::take;
        }

        @Override
        Reading meaning(Tree tree, FactReader facts, Faults faults) {
            return tree instanceof Tree.Sequence ? facts.reading(tree.mark()) : AgreementReader.read(tree, faults);
        }
    },

    /// One thing told.
    LINE {
        @Override
        Consumer<Tree> items(FactReader facts) {
            return _ -> {};
        }

        @Override
        Reading meaning(Tree tree, FactReader facts, Faults faults) {
            facts.take(tree);
            return facts.reading(tree.mark());
        }
    };

    /// What takes the items of a list at the top.
    abstract Consumer<Tree> items(FactReader facts);

    abstract Reading meaning(Tree tree, FactReader facts, Faults faults);

    Reading read(String file, byte[] bytes) {
        return json(file, bytes).orElseGet(() -> yaml(file, bytes));
    }

    /// What [#yaml] answers, sooner; nothing where the bytes are not plain JSON.
    private Optional<Reading> json(String file, byte[] bytes) {
        Faults faults = new Faults(file);
        FactReader facts = new FactReader(faults);
        return JsonGrammar.tree(bytes, faults, items(facts)).map(tree -> good(tree, facts, faults));
    }

    private Reading yaml(String file, byte[] bytes) {
        Faults faults = new Faults(file);
        String text = Decoding.text(bytes, faults);
        FactReader facts = new FactReader(faults);
        return Optional.of(text)
                .filter(_ -> !faults.any())
                .flatMap(_ -> Grammar.tree(text, faults, items(facts)))
                .map(tree -> good(tree, facts, faults))
                .orElseGet(() -> new Reading.Refused(faults.inOrder()));
    }

    private Reading good(Tree tree, FactReader facts, Faults faults) {
        Reading reading = meaning(tree, facts, faults);
        return faults.any() ? new Reading.Refused(faults.inOrder()) : reading;
    }
}
