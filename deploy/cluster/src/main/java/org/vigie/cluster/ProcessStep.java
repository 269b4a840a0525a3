package org.vigie.cluster;

import org.vigie.cluster.process.ProcessPlan;

/**
 * Changes one process to another build.
 *
 * @param before what the process runs now
 * @param next what it shall run
 */
record ProcessStep(ClusterNode node, ProcessRestart restart, ProcessPlan before, ProcessPlan next)
        implements RestartStep {
    @Override
    public String name() {
        return node.name();
    }

    @Override
    public void change() throws InterruptedException {
        restart.restart(node, next);
    }

    @Override
    public void takeBack() throws InterruptedException {
        restart.restart(node, before);
    }
}
