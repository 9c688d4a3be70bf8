package entente.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one [House] and the one [Chromium], started when first asked for and stopped after the last test.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(Visit.Fixtures.class)
@interface Visit {
    /// What starts and keeps them.
    final class Fixtures implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == House.class || type == Chromium.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            Store store = context.getRoot().getStore(Namespace.create(Visit.class));
            House house = store.computeIfAbsent(House.class, _ -> new House(), House.class);
            return parameter.getParameter().getType() == House.class
                    ? house
                    : store.computeIfAbsent(Chromium.class, _ -> Chromium.at(house), Chromium.class);
        }
    }
}
