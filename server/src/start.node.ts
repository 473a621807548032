import { createRequire, enableCompileCache } from 'node:module';

// what V8 made of the code is kept for the next start; Node 22.8 and later can, older ones have no such function
enableCompileCache?.();
createRequire(__filename)('./server.connection.js');
