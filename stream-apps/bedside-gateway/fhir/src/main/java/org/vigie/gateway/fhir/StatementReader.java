package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.gateway.codes.Statement;
import org.vigie.gateway.fhir.Resources.Item;

/**
 * Under which names an Observation was said: its identifiers, and its id unless it is contained. What a Bundle's entry puts (PUT) takes the
 * place of what was said under its names before. A series of samples is said under no name: its names stand for many instants.
 */
final class StatementReader {
    private static final String SERIES = "valueSampledData";

    private final Set<String> put;

    StatementReader(Resources resources) {
        put = resources.wrappers().stream()
                .flatMap(bundle -> bundle.each("entry").stream())
                .filter(entry -> entry.get("request").code("method").equals("put"))
                .map(entry -> entry.get("resource").path())
                .collect(Collectors.toSet());
    }

    Statement of(Item item) {
        Element observation = item.resource();
        if (isSeries(observation)) {
            return Statement.UNNAMED;
        }
        List<String> names = new ArrayList<>();
        for (Element identifier : observation.each("identifier")) {
            if (identifier.has("value")) {
                names.add("identifier|" + identifier.text("system") + "|" + identifier.text("value"));
            }
        }
        if (item.top() && observation.has("id")) {
            names.add("id|" + observation.text("id"));
        }
        return new Statement(names, put.contains(observation.path()));
    }

    private static boolean isSeries(Element observation) {
        return Stream.concat(Stream.of(observation), observation.each("component").stream())
                .anyMatch(holder -> holder.has(SERIES));
    }
}
