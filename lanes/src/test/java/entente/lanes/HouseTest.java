package entente.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The rules of ARCHITECTURE.md about this module: what screens a vehicle knows no framework and no clock, so that it
/// also runs where there is no network.
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("entente.lanes");

    private static final Set<String> SHELL = Set.of("LaneJob", "LaneFunction", "StaySerializer", "Measure", "Main");

    private static final List<String> OUTSIDE = List.of(
            "org.apache.",
            "picocli.",
            "java.net.",
            "java.nio.file.",
            "java.util.concurrent.",
            "java.lang.Thread",
            "java.time.Clock",
            "java.util.Random");

    @Test
    void only_the_shell_knows_flink_files_and_threads() {
        Set<String> breaches = new TreeSet<>();
        Set<String> seen = new TreeSet<>();
        HOUSE.stream().filter(type -> !shell(type.getName())).forEach(type -> {
            seen.add(type.getSimpleName());
            type.getDirectDependenciesFromSelf().stream()
                    .map(one -> one.getTargetClass().getBaseComponentType().getName())
                    .filter(name -> OUTSIDE.stream().anyMatch(name::startsWith))
                    .forEach(name -> breaches.add(type.getName() + " -> " + name));
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTarget().getName().equals("now")
                            || call.getTarget().getName().equals("currentTimeMillis")
                            || call.getTarget().getName().equals("nanoTime"))
                    .forEach(call -> breaches.add(call.getDescription()));
        });
        assertThat(breaches).isEmpty();
        assertThat(seen).contains("Stay", "Loop", "Order");
    }

    private static boolean shell(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        int inner = simple.indexOf('$');
        return SHELL.contains(inner < 0 ? simple : simple.substring(0, inner));
    }
}
