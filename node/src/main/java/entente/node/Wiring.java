package entente.node;

import entente.node.lane.Lanes;
import entente.node.web.Front;
import entente.node.web.Site;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/// How the node is put together: a server whose every address leads to the one front.
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({TomcatServletWebServerAutoConfiguration.class, DispatcherServletAutoConfiguration.class})
public class Wiring {
    @Bean
    Site site(Chronicle chronicle, Clock clock, Lanes lanes) {
        return new Site(chronicle, clock, lanes);
    }

    /// What the server refuses by itself, because it cannot be read, is told as plainly as the rest.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainRefusals() {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Unreadable()));
    }

    /// A short page in both languages, for nobody knows which the reader speaks.
    static final class Unreadable extends ErrorReportValve {
        /// The server reads what follows a semicolon less strictly than the framework behind it, which then fails.
        private static final Pattern HALF_ENCODED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            // There is none where not even the first line could be read.
            String address = request.getRequestURI();
            if (address == null || !HALF_ENCODED.matcher(address).find()) {
                super.invoke(request, response);
                return;
            }
            response.sendError(400);
            response.setSuspended(false);
            report(request, response, null);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable trouble) {
            int status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String text = status < 500 || status == 505
                    ? "This request cannot be read.\nCette demande ne peut pas être lue.\n"
                    : "This request could not be answered.\nCette demande n’a pas pu recevoir de réponse.\n";
            response.setContentType("text/plain");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setHeader("X-Content-Type-Options", "nosniff");
            try {
                PrintWriter out = response.getReporter();
                if (out != null) {
                    out.print(status + "\n" + text);
                    response.finishResponse();
                }
            } catch (IOException gone) {
                // Nobody is there to read it.
                return;
            }
        }
    }

    @Bean
    HandlerMapping everything(Site site) {
        return new SimpleUrlHandlerMapping(Map.of("/**", new Front(site)), -1);
    }
}
