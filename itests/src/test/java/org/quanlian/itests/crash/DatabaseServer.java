package org.quanlian.itests.crash;

/** A database that is a process of its own, and can be killed as the node can. */
interface DatabaseServer {
    /** None: the database is in the node, and dies with it. */
    DatabaseServer NONE = new DatabaseServer() {
        @Override
        public void kill() {
            // It died with the node.
        }

        @Override
        public void start() {
            // It starts with the node.
        }
    };

    /** Ends all of its processes at once, and returns when they are gone. */
    void kill() throws Exception;

    /** Starts it again on what it left. */
    void start() throws Exception;
}
