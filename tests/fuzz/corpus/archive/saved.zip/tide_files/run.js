run ();
