package org.vigie.cli.osv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the libraries of a bill of materials (CycloneDX), without Vigie's own modules.
 *
 * @param libraries those of Maven
 * @param others components that no advisory for Maven can concern
 */
record BillOfMaterials(List<ReleasedLibrary> libraries, List<String> others) {
    private static final String OWN = "org.vigie:";

    BillOfMaterials {
        libraries = List.copyOf(libraries);
        others = List.copyOf(others);
    }

    /** @throws IllegalArgumentException when the file holds no component */
    static BillOfMaterials read(Path file) throws IOException {
        JsonNode components =
                new ObjectMapper().readTree(Files.readAllBytes(file)).path("components");
        if (components.isEmpty()) {
            throw new IllegalArgumentException(
                    "--sbom: must be a bill of materials of CycloneDX as JSON with components, was " + file);
        }
        List<ReleasedLibrary> libraries = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (JsonNode component : components) {
            Optional<ReleasedLibrary> library = ReleasedLibrary.of(component);
            library.filter(known -> !known.name().startsWith(OWN)).ifPresent(libraries::add);
            if (library.isEmpty()) {
                others.add(component.path("purl").asText(component.path("name").asText()));
            }
        }
        return new BillOfMaterials(libraries, others);
    }
}
