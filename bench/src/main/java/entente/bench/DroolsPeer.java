package entente.bench;

import entente.bench.plain.Answers;
import entente.bench.plain.Deed;
import entente.bench.plain.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.utils.KieHelper;

/// Drools: one rule with an accumulation over the deeds of a clause, which the engine indexes.
final class DroolsPeer implements Peer {
    private final Answers answers;
    private final KieSession session;

    DroolsPeer(long world) {
        answers = new Answers(world);
        try (InputStream rules = DroolsPeer.class.getResourceAsStream("rows.drl")) {
            if (rules == null) {
                throw new IllegalStateException("not built in: rows.drl");
            }
            session = new KieHelper()
                    .addContent(new String(rules.readAllBytes(), StandardCharsets.UTF_8), ResourceType.DRL)
                    .build()
                    .newKieSession();
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
        session.setGlobal("answers", answers);
    }

    @Override
    public String name() {
        return "Drools";
    }

    @Override
    public void load(List<Row> rows) {
        rows.forEach(session::insert);
    }

    @Override
    public Map<Integer, Integer> tell(List<Deed> deeds) {
        deeds.forEach(session::insert);
        session.fireAllRules();
        return answers.standings();
    }

    @Override
    public void close() {
        session.dispose();
    }
}
