package nl.wolkenkaart.world;

/** The way back to the one who asked. No method waits. */
interface Line {
  void send(byte[] message);

  /** UDP: sends from a port that was not asked. TCP, where nobody can: sends. */
  void sendFromOtherPort(byte[] message);

  /** TCP: sends half and closes the connection. UDP: sends half. */
  void breakOff(byte[] message);

  /** Runs something later, when other questions have perhaps been answered. */
  void later(int millis, Runnable sending);
}
