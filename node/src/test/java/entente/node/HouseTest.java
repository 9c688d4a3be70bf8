package entente.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The rules of who may know what, the same as the table in ARCHITECTURE.md. Each test lists every breach at once.
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("entente");

    /// Who may see whom. The packages of the node stand for themselves; every module may see the JDK and the
    /// annotations that say what may be null.
    private static final Map<String, List<String>> SEES = Map.ofEntries(
            Map.entry("entente.terms", List.of()),
            Map.entry("entente.record", List.of("entente.terms", "org.bouncycastle")),
            Map.entry("entente.agreement", List.of("entente.terms")),
            Map.entry("entente.files", List.of("entente.terms", "entente.agreement", "org.snakeyaml.engine")),
            Map.entry("entente.screening", List.of("entente.terms")),
            Map.entry("entente.trial", List.of("entente.terms", "entente.screening")),
            Map.entry("entente.recordings", List.of("entente.terms", "entente.screening", "org.apache.commons.csv")),
            Map.entry(
                    "entente.screen",
                    List.of(
                            "entente.terms",
                            "entente.screening",
                            "entente.recordings",
                            "entente.trial",
                            "picocli",
                            "tools.jackson.core")),
            Map.entry(
                    "entente.lanes",
                    List.of(
                            "entente.terms",
                            "entente.screening",
                            "entente.recordings",
                            "entente.trial",
                            "org.apache.flink",
                            "org.apache.kafka",
                            "picocli",
                            "tools.jackson.core")),
            Map.entry("entente.testkit", List.of()),
            Map.entry(
                    "entente.verify",
                    List.of(
                            "entente.terms",
                            "entente.record",
                            "entente.agreement",
                            "entente.files",
                            "picocli",
                            "tools.jackson.core")),
            Map.entry("entente.node.store", List.of("entente.terms", "entente.record", "org.sqlite")),
            Map.entry(
                    "entente.node.export",
                    List.of(
                            "entente.terms",
                            "com.openhtmltopdf",
                            "javax.xml",
                            "org.apache.pdfbox",
                            "org.dhatim.fastexcel",
                            "org.w3c.dom",
                            "org.xml.sax")),
            Map.entry("entente.node.draw", List.of("entente.terms", "entente.agreement")),
            Map.entry(
                    "entente.node.lane",
                    List.of(
                            "entente.terms",
                            "entente.agreement",
                            "entente.screening",
                            "entente.recordings",
                            "entente.trial",
                            "com.hivemq.client",
                            "tools.jackson")),
            Map.entry(
                    "entente.node.web",
                    List.of(
                            "entente.terms",
                            "entente.record",
                            "entente.agreement",
                            "entente.files",
                            "entente.node",
                            "entente.node.export",
                            "entente.node.draw",
                            "entente.node.lane",
                            "entente.screening",
                            "gg.jte",
                            "jakarta.servlet",
                            "org.springframework",
                            "tools.jackson.databind")),
            Map.entry(
                    "entente.node",
                    List.of(
                            "entente.terms",
                            "entente.record",
                            "entente.agreement",
                            "entente.files",
                            "entente.node.lane",
                            "entente.node.store",
                            "entente.node.web",
                            "jakarta.servlet",
                            "org.apache.catalina",
                            "org.springframework",
                            "picocli")));

    private static final Set<String> PURE = Set.of(
            "entente.terms",
            "entente.record",
            "entente.agreement",
            "entente.files",
            "entente.screening",
            "entente.trial");

    /// What code that holds rules must not touch, by the beginning of its name.
    private static final List<String> OUTSIDE = List.of(
            "java.io.",
            "java.net.",
            "java.nio.channels.",
            "java.nio.file.",
            "java.sql.",
            "java.util.logging.",
            "java.util.concurrent.",
            "java.lang.Thread",
            "java.lang.Process",
            "java.lang.Runtime.",
            "java.time.Clock",
            "java.util.Random",
            "java.util.Timer",
            "java.security.SecureRandom",
            "org.slf4j.",
            "org.springframework.");

    /// What is allowed all the same: bytes in memory, and a memory that is read while it grows.
    private static final Set<String> INSIDE = Set.of(
            "java.io.ByteArrayOutputStream",
            "java.util.RandomAccess",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.atomic.AtomicReferenceArray");

    private static String home(JavaClass type) {
        return type.getPackageName();
    }

    private static boolean within(String name, String part) {
        return name.startsWith(part + ".");
    }

    private static Stream<Dependency> dependencies() {
        return HOUSE.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static String target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType().getName();
    }

    private static String arrow(Dependency dependency) {
        return dependency.getOriginClass().getName() + " -> " + target(dependency);
    }

    @Test
    void every_module_is_in_the_table() {
        assertThat(HOUSE.stream().map(HouseTest::home).distinct()).isNotEmpty().isSubsetOf(SEES.keySet());
    }

    @Test
    void nobody_sees_more_than_the_table_allows() {
        Set<String> breaches = new TreeSet<>();
        dependencies()
                .filter(one ->
                        !allowed(one.getOriginClass(), one.getTargetClass().getBaseComponentType()))
                .forEach(one -> breaches.add(arrow(one)));
        assertThat(breaches).isEmpty();
    }

    private static boolean allowed(JavaClass from, JavaClass to) {
        String name = to.getName();
        return to.isPrimitive()
                || within(name, "java")
                || within(name, "org.jspecify")
                || home(to).equals(home(from))
                || SEES.getOrDefault(home(from), List.of()).stream()
                        .anyMatch(seen -> within(seen, "entente") ? home(to).equals(seen) : within(name, seen));
    }

    @Test
    void rules_are_kept_without_files_network_database_threads_clock_or_chance() {
        Set<String> breaches = new TreeSet<>();
        dependencies()
                .filter(one -> PURE.contains(home(one.getOriginClass())))
                .filter(one -> OUTSIDE.stream().anyMatch(target(one)::startsWith))
                .filter(one -> !INSIDE.contains(target(one)))
                .forEach(one -> breaches.add(arrow(one)));
        calls().filter(call -> PURE.contains(home(call.getOriginOwner())))
                .filter(HouseTest::asksTheMachine)
                .forEach(call -> breaches.add(call.getDescription()));
        assertThat(breaches).isEmpty();
    }

    @Test
    void the_time_comes_from_the_one_clock() {
        Set<String> breaches = new TreeSet<>();
        calls().filter(call -> call.getTargetOwner().getPackageName().startsWith("java.time"))
                .filter(call -> call.getTarget().getName().equals("now"))
                .forEach(call -> breaches.add(call.getDescription()));
        assertThat(breaches).isEmpty();
    }

    private static Stream<JavaAccess<?>> calls() {
        return HOUSE.stream().flatMap(type -> type.getAccessesFromSelf().stream());
    }

    private static boolean asksTheMachine(JavaAccess<?> call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime", "out", "err", "in", "exit")
                        .contains(name);
            case "java.lang.Runtime" -> true;
            case "java.lang.Math" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Locale", "java.util.TimeZone", "java.time.ZoneId" ->
                Set.of("getDefault", "systemDefault").contains(name);
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    }

    @Test
    void only_the_store_knows_sql() {
        assertOnly(Set.of("entente.node.store."), List.of("java.sql.", "javax.sql.", "org.sqlite."));
    }

    @Test
    void only_the_rim_knows_the_server() {
        assertOnly(
                Set.of("entente.node.Main", "entente.node.Wiring", "entente.node.web.Front"),
                List.of("org.springframework.", "jakarta.", "org.apache.catalina.", "org.apache.tomcat."));
    }

    @Test
    void only_what_writes_files_for_readers_knows_their_formats() {
        assertOnly(
                Set.of("entente.node.export."),
                List.of("org.dhatim.", "com.openhtmltopdf.", "org.apache.pdfbox.", "javax.xml."));
    }

    @Test
    void only_the_line_to_the_sensors_knows_its_protocol() {
        assertOnly(Set.of("entente.node.lane.Broker"), List.of("com.hivemq."));
    }

    @Test
    void only_the_site_knows_the_templates_and_only_the_commands_know_the_command_line() {
        assertOnly(Set.of("entente.node.web.Site"), List.of("gg.jte."));
        assertOnly(Set.of("entente.node.Main"), List.of("picocli."));
    }

    /// Those whose names begin with one of the places, and nobody else, see what begins with one of the names.
    private static void assertOnly(Set<String> places, List<String> names) {
        Set<String> breaches = new TreeSet<>();
        dependencies()
                .filter(one -> names.stream().anyMatch(target(one)::startsWith))
                .filter(one -> places.stream().noneMatch(one.getOriginClass().getName()::startsWith))
                .forEach(one -> breaches.add(arrow(one)));
        assertThat(breaches).isEmpty();
    }
}
