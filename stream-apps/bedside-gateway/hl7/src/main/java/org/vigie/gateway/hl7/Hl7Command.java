package org.vigie.gateway.hl7;

import picocli.CommandLine.Command;

/** Implements {@code ./vigie hl7}: reads HL7 v2 messages without a broker. */
@Command(
        name = "hl7",
        subcommands = Hl7ReadCommand.class,
        description = "Reads HL7 v2 messages and prints what they become, without a broker.")
public final class Hl7Command {}
