process.stderr.write('dothi: not yet\n')
