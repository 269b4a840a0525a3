package org.vigie.gateway;

import org.vigie.platform.command.CommandRunner;

/** Runs the gateway alone; see {@link GatewayCommand}. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(CommandRunner.run(new GatewayCommand(), args));
    }
}
