package org.vigie.gateway.fhir;

import picocli.CommandLine.Command;

/** Implements {@code ./vigie fhir}: reads FHIR R4 files without a broker. */
@Command(
        name = "fhir",
        subcommands = FhirReadCommand.class,
        description = "Reads FHIR R4 resources and prints what they become, without a broker.")
public final class FhirCommand {}
