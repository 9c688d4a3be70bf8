package entente.node;

import entente.node.web.Front;
import entente.node.web.Site;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
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
    Site site(Chronicle chronicle, Clock clock) {
        return new Site(chronicle, clock);
    }

    @Bean
    HandlerMapping everything(Site site) {
        return new SimpleUrlHandlerMapping(Map.of("/**", new Front(site)), -1);
    }
}
