package org.vigie.gateway.fhir.reference;

import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;

/** Finds the sender of a message. */
public final class FhirSender {
    private FhirSender() {}

    /** Returns the sender, if known: the source of the MessageHeader, else the source of the first resource with one. */
    public static String of(FhirResourceIndex resources) {
        return resources.items().stream()
                .map(IndexedResource::resource)
                .flatMap(resource -> resource.type().equals("MessageHeader")
                        ? resource.any("source").stream()
                                .map(source -> source.text("name") + "|" + source.text("endpoint"))
                        : resource.any("meta").stream().map(meta -> meta.text("source")))
                .filter(source -> !source.isEmpty())
                .findFirst()
                .orElse("");
    }
}
