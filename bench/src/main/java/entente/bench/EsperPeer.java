package entente.bench;

import com.espertech.esper.common.client.EPCompiled;
import com.espertech.esper.common.client.EventBean;
import com.espertech.esper.common.client.configuration.Configuration;
import com.espertech.esper.compiler.client.CompilerArguments;
import com.espertech.esper.compiler.client.EPCompileException;
import com.espertech.esper.compiler.client.EPCompilerProvider;
import com.espertech.esper.runtime.client.EPDeployException;
import com.espertech.esper.runtime.client.EPDeployment;
import com.espertech.esper.runtime.client.EPRuntime;
import com.espertech.esper.runtime.client.EPRuntimeProvider;
import entente.bench.plain.Answers;
import entente.bench.plain.Deed;
import entente.bench.plain.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Esper: each deed meets the rows of its clause by an index, and running sums are kept for each row.
final class EsperPeer implements Peer {
    private final Answers answers;
    private final Map<Integer, Row> rows = new HashMap<>();
    private final EPRuntime runtime;

    EsperPeer(long world) throws EPCompileException, EPDeployException {
        answers = new Answers(world);
        Configuration configuration = new Configuration();
        configuration.getCommon().addEventType("Row", Row.class);
        configuration.getCommon().addEventType("Deed", Deed.class);
        configuration.getRuntime().getThreading().setInternalTimerEnabled(false);
        runtime = EPRuntimeProvider.getRuntime("bench", configuration);
        String statements = """
                create schema Counted (number int, early long, inTime long, whole long);
                create window Rows#keepall as Row;
                create index byClause on Rows (clause);
                insert into Rows select * from Row;
                insert into Counted
                    select r.number as number, cast(r.early(d), long) as early, r.inTime(d) as inTime,
                        r.inTheEnd(d) as whole
                    from Deed as d unidirectional, Rows as r
                    where r.clause = d.clause and r.counts(d, WORLD);
                @name('standing')
                select number, count(*) as counted, sum(early) as early, sum(inTime) as inTime, sum(whole) as whole
                    from Counted group by number;
                """.replace("WORLD", world + "L");
        EPCompiled compiled =
                EPCompilerProvider.getCompiler().compile(statements, new CompilerArguments(configuration));
        EPDeployment deployment = runtime.getDeploymentService().deploy(compiled);
        runtime.getDeploymentService()
                .getStatement(deployment.getDeploymentId(), "standing")
                .addListener((news, _, _, _) -> {
                    for (EventBean sums : news) {
                        take(sums);
                    }
                });
    }

    private void take(EventBean sums) {
        Row row = rows.get((Integer) sums.get("number"));
        if (row == null) {
            throw new IllegalStateException("sums of no row: " + sums.get("number"));
        }
        answers.put(row, sum(sums, "counted"), sum(sums, "early"), sum(sums, "inTime"), sum(sums, "whole"));
    }

    private static long sum(EventBean sums, String name) {
        return ((Number) sums.get(name)).longValue();
    }

    @Override
    public String name() {
        return "Esper";
    }

    @Override
    public void load(List<Row> some) {
        for (Row row : some) {
            rows.put(row.getNumber(), row);
            answers.put(row, 0, 0, 0, 0);
            runtime.getEventService().sendEventBean(row, "Row");
        }
    }

    @Override
    public Map<Integer, Integer> tell(List<Deed> deeds) {
        deeds.forEach(deed -> runtime.getEventService().sendEventBean(deed, "Deed"));
        return answers.standings();
    }

    @Override
    public void close() {
        runtime.destroy();
    }
}
