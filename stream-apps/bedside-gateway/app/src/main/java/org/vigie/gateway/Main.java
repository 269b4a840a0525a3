package org.vigie.gateway;

import org.vigie.configuration.CommandLines;

/** Runs the gateway alone; see {@link GatewayCommand}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandLines.run(new GatewayCommand(), args));
    }
}
